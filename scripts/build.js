// How are the data and the site made from their sources, and only when these changed?
//
// Usage: node scripts/build.js [data | site] [--if-stale]. BASE_PATH sets the base path, BUILD_DIR the folder.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { compress } from './compress.js'
import { writeEmbeds } from './embeds.js'
import { writeFirstViews } from './first-view.js'
import { digest, forget, isFresh, stamp } from './freshness.js'
import { writeStandalone } from './standalone.js'
import { command, Failure, run, step, tool } from './run.js'
import { writeHeaders } from './write-headers.js'

const DATA_OUTPUT = 'static/data'
const DATA_SOURCES = [
  'data',
  'src/lib/csv',
  'src/lib/domain',
  'src/lib/engine',
  'src/lib/query',
  'package-lock.json'
]
const SITE_SOURCES = [
  'data',
  'docs/rgaa.csv',
  'scripts/built-files.js',
  'scripts/compress.js',
  'scripts/embeds.js',
  'scripts/first-view.js',
  'scripts/headers.js',
  'scripts/hosts',
  'scripts/standalone.js',
  'scripts/wake.js',
  'scripts/write-headers.js',
  'src',
  'static',
  'package-lock.json',
  'svelte.config.js',
  'tsconfig.json',
  'vite.config.ts'
]

/** Where the site will live: '' or '/name'. Both the build and the server ask here. @returns {string} */
export function basePath() {
  return process.env.BASE_PATH ?? JSON.parse(readFileSync('data/site.json', 'utf8')).base
}

/** The folder of the built site. @returns {string} */
export function buildFolder() {
  return process.env.BUILD_DIR ?? 'build'
}

/**
 * Makes static/data. @param {{ ifStale: boolean }} options
 * @throws Failure
 */
export async function buildData({ ifStale }) {
  const source = digest(DATA_SOURCES)
  if (ifStale && isFresh('data', source, DATA_OUTPUT)) return
  forget('data')
  await step('Making the data', async () => {
    const code = await run(tool('tsx'), ['data/pipeline/run.ts'])
    if (code !== 0) throw new Failure('The data could not be made: see above.')
  })
  stamp('data', source, DATA_OUTPUT)
}

/**
 * Makes the data if it is older than its sources, then the site, and its compressed files.
 * @param {{ ifStale: boolean }} options
 * @throws Failure
 */
export async function buildSite({ ifStale }) {
  await buildData({ ifStale: true })
  const folder = buildFolder()
  const name = `site-${folder}`
  const source = digest(SITE_SOURCES, [basePath(), process.versions.node])
  if (ifStale && isFresh(name, source, folder)) return
  forget(name)
  await step('Building the site', async () => {
    // By content: the same sources are the same version, and open pages offer a new one only where there is one.
    const env = { SITE_VERSION: source.slice(0, 16) }
    const code = await run(tool('vite'), ['build', '--logLevel', 'warn'], { env })
    if (code !== 0) throw new Failure('The site could not be built: see above.')
    const { origin } = JSON.parse(readFileSync('data/site.json', 'utf8'))
    console.log(`  ${writeStandalone(folder, basePath(), origin)} fiches in one file each`)
    console.log(`  ${writeEmbeds(folder, basePath())} embeds in one file each`)
    console.log(`  ${writeFirstViews(folder, basePath())} pages that paint with their first answer`)
    console.log(`  ${await compress(folder)} files compressed`)
    console.log(
      `  Headers for Netlify, Cloudflare and Apache in ${folder}/, for nginx in ${writeHeaders(folder, basePath(), origin)}`
    )
  })
  stamp(name, source, folder)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await command(async () => {
    const ifStale = process.argv.includes('--if-stale')
    await (process.argv[2] === 'data' ? buildData({ ifStale }) : buildSite({ ifStale }))
  })
}
