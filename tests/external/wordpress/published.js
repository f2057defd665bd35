// Does a reader of the published post see each embedded figure, whole and without a hole under it?
import assert from 'node:assert/strict'

/** WordPress's own bounds of a frame; above, what is in it scrolls. */
const WORDPRESS = { shortest: 200, tallest: 1000 }
/** Between the frame and what it shows. */
const TOLERANCE = 2
/** Under the last letter or shape: an inner margin, no more. */
const MOST_BLANK = 64

/**
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {{ src: string, shown: boolean, fallback: boolean, width: number, height: number, box: number, blank: number, scrolls: boolean }} Frame
 */

/** @param {Page} page @returns {Promise<Frame[]>} the frames of the post that come from `site` */
async function framesOf(page, /** @type {string} */ site) {
  const frames = []
  for (const handle of await page.locator(`iframe[src^="${site}"]`).elementHandles()) {
    const outside = await handle.evaluate((frame) => {
      const element = /** @type {HTMLIFrameElement} */ (frame)
      const style = getComputedStyle(element)
      const { left, right, width } = element.getBoundingClientRect()
      const secret = element.dataset.secret
      const quote =
        secret === undefined ? null : document.querySelector(`blockquote[data-secret="${secret}"]`)
      return {
        src: element.src,
        shown:
          style.position !== 'absolute' &&
          style.getPropertyValue('clip') === 'auto' &&
          style.visibility === 'visible' &&
          style.display !== 'none' &&
          left >= 0 &&
          right <= innerWidth,
        fallback: quote !== null && getComputedStyle(quote).display !== 'none',
        width: Math.round(width),
        height: element.clientHeight
      }
    })
    const inside = await (
      await handle.contentFrame()
    )?.evaluate(() => {
      const { body } = document
      const style = getComputedStyle(body)
      const boxes = [...body.children].map((child) => child.getBoundingClientRect().bottom)
      const box = Math.max(0, ...boxes) + parseFloat(style.paddingBottom) + parseFloat(style.marginBottom)
      const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT)
      let ink = Math.max(
        0,
        ...[...body.querySelectorAll('svg, img')].map((drawn) => drawn.getBoundingClientRect().bottom)
      )
      while (walker.nextNode() !== null) {
        if ((walker.currentNode.textContent ?? '').trim() === '') continue
        const range = document.createRange()
        range.selectNode(walker.currentNode)
        ink = Math.max(ink, range.getBoundingClientRect().bottom)
      }
      const { scrollHeight } = document.documentElement
      const scrolls = !/hidden|clip/.test(
        getComputedStyle(document.documentElement).overflowY + style.overflowY
      )
      return { box: box + scrollY, ink: ink + scrollY, scrolls: scrolls && scrollHeight > innerHeight }
    })
    const { box = 0, ink = 0, scrolls = false } = inside ?? {}
    frames.push({ ...outside, box, blank: outside.height - ink, scrolls })
  }
  return frames
}

/**
 * What is wrong with a frame, in words; nothing when all is well.
 * @param {Frame} frame @param {{ shortest: number, tallest: number }} [bounds] px, of whoever sets its height
 */
export function fault(frame, { shortest, tallest } = WORDPRESS) {
  const { src, shown, fallback, width, height, box, blank, scrolls } = frame
  const right = Math.min(tallest, Math.max(shortest, box))
  const said = []
  if (!shown) said.push('is hidden')
  if (fallback) said.push('still has its fallback link beside it')
  if (width < 200) said.push(`is ${width} px wide`)
  if (box === 0) said.push('is empty')
  if (Math.abs(height - right) > TOLERANCE) said.push(`is ${height} px high for ${box.toFixed(1)} of content`)
  if (box > shortest && blank > MOST_BLANK) said.push(`ends with ${blank.toFixed(0)} px of nothing`)
  if (box > height + TOLERANCE && !scrolls) said.push('cuts its content for good')
  return said.length === 0 ? null : `${src} ${said.join(', ')}`
}

/** Its size, and what scrolls in it. @param {Frame} frame */
export const size = ({ width, height, box }) =>
  `${width}×${height}${box > height + TOLERANCE ? ` (of ${Math.ceil(box)})` : ''}`

/**
 * Waits until every frame of the page is right.
 * @param {Page} page @param {string} site @param {number} count @param {number} patience ms
 * @param {{ shortest: number, tallest: number }} [bounds]
 * @returns {Promise<{ frames: Frame[], faults: string[] }>} no fault, or those that patience did not see go
 */
export async function settle(page, site, count, patience, bounds) {
  const end = Date.now() + patience
  for (;;) {
    const frames = await framesOf(page, site)
    const faults = frames.map((frame) => fault(frame, bounds)).filter((one) => one !== null)
    if (frames.length !== count) faults.unshift(`${frames.length} frames instead of ${count}`)
    if (faults.length === 0 || Date.now() > end) return { frames, faults }
    await page.waitForTimeout(50)
  }
}

/**
 * Opens a post as a new reader; the browser keeps nothing from one time to the next.
 * @param {import('@playwright/test').Browser} browser
 * @param {{ address: string, site: string, count: number, width: number, patience?: number, picture?: string }} options
 */
export async function read(browser, { address, site, count, width, patience = 8000, picture }) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, ignoreHTTPSErrors: true })
  await loopbackOnly(context)
  const page = await context.newPage()
  /** @type {string[]} */
  const errors = []
  page.on('console', (message) => {
    if (message.type() === 'error' && message.location().url.startsWith(site)) errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(String(error)))
  const start = Date.now()
  await page.goto(address)
  const result = await settle(page, site, count, patience)
  const took = Date.now() - start
  if (picture !== undefined) await portray(page, width, picture)
  await context.close()
  return { ...result, errors, took }
}

/**
 * A picture of the whole page. Frames out of sight are not painted: the window is made as high as the page.
 * @param {Page} page @param {number} width @param {string} path
 */
export async function portray(page, width, path) {
  await page.setViewportSize({ width, height: await page.evaluate(() => document.body.scrollHeight) })
  await page.waitForTimeout(500)
  await page.screenshot({ path, fullPage: true })
}

/** WordPress shows pictures of other hosts. @param {import('@playwright/test').BrowserContext} context */
export async function loopbackOnly(context) {
  await context.route(
    (url) => !['localhost', '127.0.0.1'].includes(url.hostname),
    (route) => route.abort()
  )
}

/** @param {Awaited<ReturnType<typeof read>>} seen @param {string} what */
export function assertRight({ faults, errors }, what) {
  assert.deepEqual(faults, [], what)
  assert.deepEqual(errors, [], `${what}: errors of our frames`)
}
