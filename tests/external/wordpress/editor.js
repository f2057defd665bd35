// What does someone do in WordPress's own editor: sign in, paste, send for review, publish?
import assert from 'node:assert/strict'

/**
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {import('@playwright/test').BrowserContext} Context
 */

/**
 * @param {Context} context @param {string} origin @param {string} user @param {string} password
 * @returns {Promise<Page>}
 */
export async function signIn(context, origin, user, password) {
  // Asked twice: WordPress wants its own cookie back with the password.
  await context.request.get(`${origin}/wp-login.php`)
  const form = { log: user, pwd: password, testcookie: '1' }
  const answer = await context.request.post(`${origin}/wp-login.php`, { form })
  assert.match(answer.url(), /\/wp-admin\//, `${user} could not sign in`)
  return context.newPage()
}

/** @param {Page} page @param {string} address under wp-admin/ */
async function open(page, address) {
  await page.goto(address)
  await page.waitForFunction(
    `window.wp?.data?.select('core/editor')?.__unstableIsEditorReady() === true &&
      document.querySelector('.block-editor-writing-flow') !== null`
  )
}

/** @param {Page} page @param {string} origin @param {string} title */
export async function newPost(page, origin, title) {
  await open(page, `${origin}/wp-admin/post-new.php`)
  await page.evaluate(`wp.data.dispatch('core/editor').editPost({ title: ${JSON.stringify(title)} })`)
}

/** By the clipboard and the keyboard, as anyone does. @param {Page} page @param {string} text */
async function paste(page, text) {
  await page.bringToFront()
  await page.evaluate((value) => navigator.clipboard.writeText(value), text)
  await page.keyboard.press('Control+V')
}

/**
 * Pastes an address in an empty paragraph and waits for the preview.
 * @param {Page} page @param {string} url
 */
export async function pasteInParagraph(page, url) {
  await page.evaluate(`wp.data.dispatch('core/block-editor').insertDefaultBlock()`)
  const block = page.locator('[data-type="core/paragraph"][contenteditable="true"]').last()
  await block.focus()
  await paste(page, url)
  const embed = page.locator('[data-type="core/embed"]').last()
  await embed.waitFor()
  await embed.locator('iframe').waitFor({ state: 'attached', timeout: 15_000 })
  return embed
}

/**
 * Pastes an address in the Classic block, which is the classic editor inside of this one.
 * @param {Page} page @param {string} url
 */
export async function pasteInClassicBlock(page, url) {
  await page.evaluate(
    `wp.data.dispatch('core/block-editor').insertBlocks(wp.blocks.createBlock('core/freeform'))`
  )
  const text = page.locator('[data-type="core/freeform"] .mce-content-body')
  await text.waitFor()
  await text.click()
  await paste(page, url)
  // TinyMCE takes what was pasted a little later, twice if the next key comes before that: nobody types so fast. The
  // address becomes a preview for those that may use it, and stays an address for others, in the editor alone.
  await text
    .locator('.wpview iframe')
    .or(text.filter({ hasText: url }))
    .first()
    .waitFor({ state: 'attached' })
  await page.waitForTimeout(1000)
  await page.keyboard.press('Enter')
  // TinyMCE tells the block of a change when the cursor leaves it.
  await page.locator('.editor-post-title__input').click()
}

/** @param {Page} page @param {string} html */
export async function insertHtml(page, html) {
  const block = `wp.blocks.createBlock('core/html', { content: ${JSON.stringify(html)} })`
  await page.evaluate(`wp.data.dispatch('core/block-editor').insertBlocks(${block})`)
}

/**
 * What the button of the editor does with this account: publish, or send for review.
 * @param {Page} page @param {'publish' | 'pending'} status
 * @returns {Promise<{ id: number, content: string }>} as WordPress has kept it
 */
export async function save(page, status) {
  await page.evaluate(`wp.data.dispatch('core/editor').editPost({ status: '${status}' })`)
  await page.evaluate(`wp.data.dispatch('core/editor').savePost()`)
  /** @type {{ id: number, status: string, content: string }} */
  const saved = await page.evaluate(`wp.data.select('core/editor').getCurrentPost()`)
  assert.equal(saved.status, status, `WordPress made of this post: ${JSON.stringify(saved)}`)
  return saved
}

/** The administrator opens what the contributor sent, and publishes it. @param {Page} page @param {string} origin @param {number} id */
export async function publish(page, origin, id) {
  await open(page, `${origin}/wp-admin/post.php?post=${id}&action=edit`)
  return save(page, 'publish')
}

/**
 * A text without blocks, as old posts, the classic editor and the mobile application write them.
 * @param {Page} page @param {string} origin @param {string} title @param {string} content
 * @returns {Promise<number>} its id
 */
export async function sendText(page, origin, title, content) {
  await open(page, `${origin}/wp-admin/post-new.php`)
  const request = { path: '/wp/v2/posts', method: 'POST', data: { title, content, status: 'pending' } }
  /** @type {{ id: number }} */
  const sent = await page.evaluate(`wp.apiFetch(${JSON.stringify(request)})`)
  return sent.id
}
