// Whose code is installed, under which licences, and may any of it run by itself?
import { readFileSync } from 'node:fs'

export interface Package {
  name: string
  version: string
  licence: string
  /** Reaches the reader, or the machine that builds alone. */
  shipped: boolean
  /** Wants to run a program as it is installed; `.npmrc` refuses it. */
  scripts: boolean
  /** Has a checksum in package-lock.json. */
  sealed: boolean
}

interface Locked {
  version?: string
  license?: string
  dev?: boolean
  devOptional?: boolean
  hasInstallScript?: boolean
  integrity?: string
}

/** Read in their own files, for their package.json says nothing or "see the file". */
const READ: Readonly<Record<string, string>> = {
  // Says nothing itself: a copy of jsonlint, which is MIT.
  '@mapbox/jsonlint-lines-primitives': 'MIT',
  flatbuffers: 'Apache-2.0',
  'json-bignum': 'MIT',
  'svelte-toolbelt': 'MIT'
}

/** Free, and without a duty that the site does not keep. MPL-2.0 and OFL-1.1 bind their own files, which are unchanged. */
export const ACCEPTED: readonly string[] = [
  '(MIT AND Zlib)',
  '(MIT OR Apache-2.0)',
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
  'MPL-2.0',
  'OFL-1.1',
  'Python-2.0'
]

/** Every package of package-lock.json, by name. */
export function readPackages(): Package[] {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, Locked>
  }
  return Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, locked]) => {
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
      return {
        name,
        version: locked.version ?? '',
        licence: READ[name] ?? locked.license ?? '',
        shipped: locked.dev !== true && locked.devOptional !== true,
        scripts: locked.hasInstallScript === true,
        sealed: locked.integrity !== undefined
      }
    })
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1))
}

/** The Markdown of docs/dependencies.md. */
export function packagesPage(packages: readonly Package[]): string {
  const counts = new Map<string, number>()
  for (const { licence } of packages) counts.set(licence, (counts.get(licence) ?? 0) + 1)
  const table = (list: readonly Package[]): string =>
    list.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`).join('\n')
  const shipped = packages.filter((one) => one.shipped)
  const licences = [...counts].sort(([a], [b]) => (a < b ? -1 : 1))
  return `# Dependencies

Made by \`npm run docs\` from package-lock.json; do not edit. ${packages.length} packages, versions exact, each with its checksum, none
allowed to run a program as it is installed (\`.npmrc\`: \`ignore-scripts=true\`; ${packages
    .filter(({ scripts }) => scripts)
    .map(({ name }) => name)
    .join(', ')} would). \`scripts/packages.test.ts\` fails on another licence, a range of versions, a
package without a checksum or a new install script.

${licences.map(([licence, count]) => `${licence}: ${count}`).join(' · ')}

## Under the site and its server (${shipped.length})

What these declare and the site does not import is not built into it.

| package | version | licence |
| --- | --- | --- |
${table(shipped)}

## To build and test (${packages.length - shipped.length})

| package | version | licence |
| --- | --- | --- |
${table(packages.filter((one) => !one.shipped))}
`
}
