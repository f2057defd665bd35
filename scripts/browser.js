// Which Chromium do the browser tests drive, and how is one had when there is none?
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { installDebian, onPath } from './debian.js'
import { command, Failure, run, step, tool } from './run.js'

/** @typedef {{ path: string, origin: string }} Browser */

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const INSTALLED_AT = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
]

/** @returns {Promise<string | undefined>} */
async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test')
  const path = chromium.executablePath()
  return existsSync(path) ? path : undefined
}

/**
 * The browser that somebody chose, else Playwright's own, else the system's; null when there is none.
 * @returns {Promise<Browser | null>}
 * @throws Failure when the chosen one does not exist
 */
export async function findBrowser() {
  for (const variable of ['CHROMIUM', 'PLAYWRIGHT_CHROMIUM']) {
    const path = process.env[variable]
    if (path === undefined || path === '') continue
    if (!existsSync(path)) throw new Failure(`${variable}=${path} does not exist.`)
    return { path, origin: variable }
  }
  const own = await playwrightsOwn()
  if (own !== undefined) return { path: own, origin: 'Playwright' }
  const system = [...NAMES.map(onPath), ...INSTALLED_AT].find(
    (path) => path !== undefined && existsSync(path)
  )
  return system === undefined ? null : { path: system, origin: 'system' }
}

/**
 * Finds a browser or installs one, saying which.
 * @returns {Promise<Browser>}
 * @throws Failure
 */
async function ensureBrowser() {
  let browser = await findBrowser()
  if (browser === null) {
    await step('Installing Chromium from the packages of the system', () => installDebian(['chromium']))
    browser = await findBrowser()
  }
  if (browser === null) {
    await step("Installing Playwright's Chromium", () => run(tool('playwright'), ['install', 'chromium']))
    browser = await findBrowser()
  }
  if (browser === null) {
    throw new Failure(
      'No Chromium was found or could be installed: install one, or set CHROMIUM to its path.'
    )
  }
  console.log(`  Browser: ${browser.path} (${browser.origin})`)
  return browser
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await command(async () => {
    await ensureBrowser()
  })
}
