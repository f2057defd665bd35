import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { ACCEPTED, packagesPage, readPackages } from './packages.ts'

const packages = readPackages()

it('every licence is one that was accepted', () => {
  expect(packages.filter(({ licence }) => !ACCEPTED.includes(licence))).toEqual([])
})

it('every version is exact, and sealed by a checksum', () => {
  const own = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, Record<string, string>>
  const asked = Object.entries({ ...own.dependencies, ...own.devDependencies, ...own.overrides })
  expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([])
  expect(packages.filter(({ sealed }) => !sealed)).toEqual([])
})

it('nothing runs as it is installed', () => {
  expect(readFileSync('.npmrc', 'utf8')).toMatch(/^ignore-scripts=true$/m)
  // esbuild only checks that its own program is there; it comes with tsx.
  expect(packages.filter(({ scripts }) => scripts).map(({ name }) => name)).toEqual(['esbuild'])
})

it('docs/dependencies.md is up to date: npm run docs', () => {
  expect(readFileSync('docs/dependencies.md', 'utf8')).toBe(packagesPage(packages))
})
