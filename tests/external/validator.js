// Is every built page valid HTML, as the Nu checker of the W3C judges it? Live, frozen, embeds and fiches to download alike.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { buildSite } from '../../scripts/build.js'
import { ensureCommands } from '../../scripts/debian.js'
import { command, run } from '../../scripts/run.js'
import { temporaryFolder } from './support/process.js'

const JAR = 'tests/tools/node_modules/vnu-jar/build/dist/vnu.jar'
/** Its own CSS is years behind (no container queries, no anchors): the styles of the pages are judged by browsers in the tests. */
const CSS = /^CSS: /
/** An empty comment by which Svelte finds the options of a list again. */
const HYDRATION = 'Bogus comment.'
const MOST_TOLD = 20

/**
 * @typedef {{ type: string, message: string, url: string, lastLine?: number, extract?: string }} Message
 */

/** @param {readonly string[]} pages @returns {Promise<Message[]>} what is wrong with them */
async function judged(pages) {
  const list = join(temporaryFolder('validator'), 'arguments')
  // Java reads its arguments from a file: thousands of pages are more than a command line holds.
  writeFileSync(
    list,
    ['-Xss4m', '-jar', JAR, '--format', 'json', '--errors-only', '--exit-zero-always', ...pages].join('\n')
  )
  const { stderr } = await promisify(execFile)('java', [`@${list}`], { maxBuffer: 256e6 })
  const { messages } = /** @type {{ messages: Message[] }} */ (JSON.parse(stderr))
  return messages.filter(({ message }) => !CSS.test(message) && message !== HYDRATION)
}

await command(async () => {
  await ensureCommands({ java: 'default-jre-headless' })
  assert.equal(await run('npm', ['ci', '--prefix', 'tests/tools', '--ignore-scripts']), 0)
  await buildSite({ ifStale: true })
  const pages = readdirSync('build', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html'))
    .map((name) => join('build', name))
  const broken = join(temporaryFolder('validator-broken'), 'broken.html')
  writeFileSync(broken, '<!doctype html><html lang="fr"><title>x</title><p id="a"><p id="a"></div>')
  assert.notDeepEqual(await judged([broken]), [], 'a broken page passes')
  const wrong = await judged(pages)
  for (const { url, lastLine, message, extract } of wrong.slice(0, MOST_TOLD))
    console.log(`${url.replace(/^.*\/build\//, '')}:${lastLine ?? ''} ${message} ${extract ?? ''}`)
  assert.equal(wrong.length, 0, `${wrong.length} errors of HTML`)
  console.log(`${pages.length} pages, no error of HTML`)
})
