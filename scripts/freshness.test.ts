import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { digest, forget, isFresh, sameInstall, stamp } from './freshness.js'

const home = process.cwd()
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fresh-'))
  process.chdir(folder)
  mkdirSync('src/lib', { recursive: true })
  mkdirSync('build')
  writeFileSync('src/lib/a.ts', 'one')
  writeFileSync('build/index.html', 'made')
})

afterEach(() => {
  process.chdir(home)
  rmSync(folder, { recursive: true })
})

describe('digest', () => {
  it('is of contents and names, not of dates', () => {
    const first = digest(['src'])
    utimesSync('src/lib/a.ts', 0, 0)
    expect(digest(['src'])).toBe(first)
    writeFileSync('src/lib/a.ts', 'two')
    expect(digest(['src'])).not.toBe(first)
    writeFileSync('src/lib/a.ts', 'one')
    writeFileSync('src/lib/b.ts', '')
    expect(digest(['src'])).not.toBe(first)
  })

  it('is of words too, such as the base path', () => {
    expect(digest(['src'], ['/optima'])).not.toBe(digest(['src'], ['']))
  })

  it('leaves out unit tests', () => {
    const first = digest(['src'])
    writeFileSync('src/lib/a.test.ts', 'test')
    expect(digest(['src'])).toBe(first)
  })
})

describe('a stamp', () => {
  it('holds until the source changes', () => {
    expect(isFresh('site', 'x', 'build')).toBe(false)
    stamp('site', 'x', 'build')
    expect(isFresh('site', 'x', 'build')).toBe(true)
    expect(isFresh('site', 'y', 'build')).toBe(false)
  })

  it('falls with what was made', () => {
    stamp('site', 'x', 'build')
    rmSync('build/index.html')
    expect(isFresh('site', 'x', 'build')).toBe(false)
    rmSync('build', { recursive: true })
    expect(isFresh('site', 'x', 'build')).toBe(false)
  })

  it('can be withdrawn, and damaged', () => {
    stamp('site-.cache/build', 'x', 'build')
    expect(isFresh('site-.cache/build', 'x', 'build')).toBe(true)
    forget('site-.cache/build')
    expect(isFresh('site-.cache/build', 'x', 'build')).toBe(false)
    mkdirSync('.cache/stamps', { recursive: true })
    writeFileSync('.cache/stamps/site.json', '{')
    expect(isFresh('site', 'x', 'build')).toBe(false)
    expect(existsSync('.cache/stamps/site.json')).toBe(true)
  })
})

describe('sameInstall', () => {
  const one = { version: '1.0.0', integrity: 'a' }
  const lock = {
    packages: {
      '': { version: '0' },
      'node_modules/one': one,
      'node_modules/other-platform': { version: '2.0.0', integrity: 'b', optional: true }
    }
  }

  it.each([
    ['the same', { 'node_modules/one': one }, true],
    ['another version', { 'node_modules/one': { ...one, version: '1.0.1' } }, false],
    ['another content', { 'node_modules/one': { ...one, integrity: 'z' } }, false],
    ['one missing', {}, false],
    ['one too many', { 'node_modules/one': one, 'node_modules/two': one }, false],
    [
      'another version of an optional one',
      { 'node_modules/one': one, 'node_modules/other-platform': one },
      false
    ]
  ])('%s', (_, packages, expected) => {
    expect(sameInstall(lock, { packages }, () => '1.0.0')).toBe(expected)
  })

  it('is not fooled by a list without its folders', () => {
    expect(sameInstall(lock, { packages: { 'node_modules/one': one } }, () => undefined)).toBe(false)
  })
})
