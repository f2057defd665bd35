// How fast, and how light? `npm run bench` measures the production build and the cube beside its peers, in one browser.
//
// `npm run bench -- bytes lighthouse cube page keys import` chooses parts; ROWS=100000,1000000 and SEED=1 the rows of the cube.
// Only ratios between rows of one run mean anything elsewhere.
import { existsSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { basePath, buildFolder } from '../../scripts/build.js'
import { run as command } from '../../scripts/run.js'
import { startServer } from '../../scripts/server.js'
import { launch } from './browser.ts'

const PARTS = ['bytes', 'lighthouse', 'cube', 'page', 'keys', 'import'] as const
const DEBUGGING_PORT = Number(process.env.BENCH_PORT ?? 9229)
const asked = PARTS.filter((part) => process.argv.includes(part))
const parts = asked.length > 0 ? asked : PARTS
const sizes = (process.env.ROWS ?? '100000,1000000,10000000').split(',').map(Number)

/** The peers have their own folder, so that nobody installs them who does not measure. */
if (parts.some((part) => part === 'cube' || part === 'lighthouse') && !existsSync('tests/bench/node_modules'))
  await command('npm', ['ci', '--prefix', 'tests/bench', '--no-audit', '--no-fund'])

const folder = buildFolder()
const { address, close } = await startServer({ folder, base: basePath(), port: 0 })
const browser = await launch(DEBUGGING_PORT)
const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}, load ${loadavg()[0]?.toFixed(1)}, Chromium ${browser.version()}`
console.log(`${new Date().toISOString().slice(0, 10)}, ${machine}`)
for (const part of parts) {
  console.log(`\n## ${part}\n`)
  if (part === 'bytes') console.log((await import('./parts/bytes.ts')).bytesPart(folder))
  if (part === 'lighthouse')
    console.log(await (await import('./parts/lighthouse.ts')).lighthousePart(DEBUGGING_PORT, address))
  if (part === 'cube')
    console.log(
      await (await import('./parts/cube.ts')).cubePart(browser, sizes, Number(process.env.SEED ?? 1))
    )
  if (part === 'page') console.log(await (await import('./parts/page.ts')).pagePart(browser, address))
  if (part === 'import') console.log(await (await import('./parts/import.ts')).importPart(browser, address))
  if (part === 'keys') console.log((await import('./parts/keys.ts')).keysPart(folder))
}
await browser.close()
await close()
