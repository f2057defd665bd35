// Does a link to one of our pages, pasted in a real WordPress, become the figure, for every role and every reader?
import assert from 'node:assert/strict'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { findBrowser } from '../../scripts/browser.js'
import { buildFolder, buildSite } from '../../scripts/build.js'
import { command, run, tool } from '../../scripts/run.js'
import { freePort, temporaryFolder } from './support/process.js'
import { copySite, serveSecurely } from './support/site-copy.js'
import {
  insertHtml,
  newPost,
  pasteInClassicBlock,
  pasteInParagraph,
  publish,
  save,
  sendText,
  signIn
} from './wordpress/editor.js'
import { assertRight, fault, loopbackOnly, portray, read, settle, size } from './wordpress/published.js'
import { startWordPress } from './wordpress/wordpress.js'

/** Of less than 1000 px at each of the widths: the height that WordPress gives is that of the figure. */
const FIGURE = '/figures/produit/'
const PLACE_FIGURE = '/figures/actes/rennes/'
const FICHE = '/territoires/orvault/'
const WIDTHS = [1280, 390, 768]
const OPENS = Number(process.env.OPENS ?? 50)
const THEMES = ['twentytwentythree', 'twentytwentyone']
const PICTURES = 'test-results/external/wordpress'

/** @param {string} path @returns {string} the file of the oEmbed answer */
const answerOf = (path) => `/oembed${path.replace(/\/$/, '')}.json`

/**
 * Two pages that must not work, from one that does: they prove that this test can fail.
 * @param {string} root
 */
function addControls(root) {
  /** @param {string} name @param {(answer: Record<string, string | number>) => void} spoil */
  const copyFigure = (name, spoil) => {
    const page = readFileSync(join(root, FIGURE, 'index.html'), 'utf8')
    mkdirSync(join(root, 'figures', name))
    writeFileSync(
      join(root, 'figures', name, 'index.html'),
      page.replaceAll(answerOf(FIGURE), `/oembed/figures/${name}.json`)
    )
    const answer = JSON.parse(readFileSync(join(root, answerOf(FIGURE)), 'utf8'))
    spoil(answer)
    writeFileSync(join(root, 'oembed/figures', `${name}.json`), JSON.stringify(answer))
  }
  copyFigure('mute', (answer) => {
    answer.html = String(answer.html).replaceAll('/embed/produit/', '/embed/mute/')
  })
  cpSync(join(root, 'embed/produit'), join(root, 'embed/mute'), { recursive: true })
  const embed = join(root, 'embed/mute/index.html')
  writeFileSync(embed, readFileSync(embed, 'utf8').replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, ''))
  copyFigure('reversed', (answer) => {
    const [, quote = '', frame = ''] =
      /^(<blockquote.*<\/blockquote>)\s*(<iframe.*<\/iframe>)$/s.exec(String(answer.html)) ?? []
    answer.html = frame.replace(/height="\d+"/, 'height="333"') + quote
  })
}

/** The HTML and heights that WordPress will have are those of the answer. @param {string} root @param {string} origin */
function checkAnswers(root, origin) {
  for (const path of [FIGURE, PLACE_FIGURE, FICHE]) {
    const page = readFileSync(join(root, path, 'index.html'), 'utf8')
    const head = page.slice(0, 150_000)
    assert.ok(
      head.includes('application/json+oembed') && head.includes(`${origin}${answerOf(path)}`),
      `${path} does not announce ${answerOf(path)}`
    )
  }
  assert.ok(
    !readFileSync(join(root, '404.html'), 'utf8').includes('json+oembed'),
    'the 404 page announces an embed: every wrong address would become it'
  )
}

/**
 * Everything that both accounts paste, published.
 * @param {{ admin: import('@playwright/test').Page, contributor: import('@playwright/test').Page, origin: string, site: string }} options
 * @returns {Promise<{ name: string, id: number, count: number }[]>}
 */
async function writePosts({ admin, contributor, origin, site }) {
  const posts = []

  await newPost(admin, origin, 'Trois liens collés')
  for (const path of [FIGURE, PLACE_FIGURE, FICHE]) await pasteInParagraph(admin, `${site}${path}`)
  const preview = await settle(admin, site, 3, 8000)
  await admin.screenshot({ path: `${PICTURES}/editor-administrator.png` })
  console.log(`  preview: ${preview.frames.map(size).join(' ')}`)
  assert.deepEqual(preview.faults, [], 'preview of the block editor')
  posts.push({ name: 'block-administrator', id: (await save(admin, 'publish')).id, count: 3 })

  await newPost(contributor, origin, 'Un lien collé par un contributeur')
  await pasteInParagraph(contributor, `${site}${FIGURE}`)
  const theirs = await settle(contributor, site, 1, 8000)
  await contributor.screenshot({ path: `${PICTURES}/editor-contributor.png` })
  assert.deepEqual(theirs.faults, [], 'preview of the block editor, as a contributor')
  const sent = await save(contributor, 'pending')
  posts.push({ name: 'block-contributor', id: (await publish(admin, origin, sent.id)).id, count: 1 })

  await newPost(admin, origin, 'Un lien dans le bloc Classique')
  await pasteInClassicBlock(admin, `${site}${PLACE_FIGURE}`)
  posts.push({ name: 'classic-administrator', id: (await save(admin, 'publish')).id, count: 1 })

  await newPost(contributor, origin, 'Un lien de contributeur dans le bloc Classique')
  await pasteInClassicBlock(contributor, `${site}${FICHE}`)
  const classic = await save(contributor, 'pending')
  posts.push({ name: 'classic-contributor', id: (await publish(admin, origin, classic.id)).id, count: 1 })

  const text = `Un lien seul sur sa ligne :\n\n${site}${FIGURE}\n\nPuis un autre.\n\n[embed]${site}${FICHE}[/embed]`
  const plain = await sendText(contributor, origin, 'Un texte sans bloc', text)
  posts.push({ name: 'text-contributor', id: (await publish(admin, origin, plain)).id, count: 2 })
  return posts
}

/**
 * The frames that our builder gives to paste: kept for the administrator alone, of the planned height, or of the right
 * one with the lines that listen.
 * @param {{ admin: import('@playwright/test').Page, contributor: import('@playwright/test').Page, origin: string, site: string, root: string, folder: string, browser: import('@playwright/test').Browser }} options
 */
async function pastedFrames({ admin, contributor, origin, site, root, folder, browser }) {
  const { title, height } = JSON.parse(readFileSync(join(root, answerOf(FIGURE)), 'utf8'))
  const file = join(folder, 'snippets.json')
  const written = [`${site}/embed/produit/`, title, String(height), file]
  assert.equal(await run(tool('tsx'), ['tests/external/wordpress/write-snippets.ts', ...written]), 0)
  /** @type {{ fixed: string, listening: string }} */
  const snippets = JSON.parse(readFileSync(file, 'utf8'))
  for (const [kind, html] of Object.entries(snippets)) {
    await newPost(admin, origin, `Un cadre collé (${kind})`)
    await insertHtml(admin, html)
    const kept = await save(admin, 'publish')
    assert.ok(kept.content.includes(html), `the frame was changed: ${kept.content}`)
    for (const width of [1280, 390]) {
      const context = await browser.newContext({ viewport: { width, height: 900 }, ignoreHTTPSErrors: true })
      await loopbackOnly(context)
      const page = await context.newPage()
      await page.goto(`${origin}/?p=${kept.id}`)
      await page.locator(`iframe[src^="${site}"]`).scrollIntoViewIfNeeded()
      const bounds =
        kind === 'fixed' ? { shortest: height, tallest: height } : { shortest: 120, tallest: 2000 }
      const { frames, faults } = await settle(page, site, 1, 8000, bounds)
      // Of a fixed height it may end with nothing: the estimate is never short at the width of an article.
      const wrong = faults.filter((one) => kind !== 'fixed' || !/ \d+ px of nothing$/.test(one))
      assert.deepEqual(wrong, [], `the ${kind} frame at ${width} px`)
      console.log(
        `  ${kind} frame at ${width}: ${frames.map(size).join()}, content ${frames[0]?.box.toFixed(1)}`
      )
      await portray(page, width, `${PICTURES}/frame-${kind}-${width}.png`)
      await context.close()
    }
  }
  await newPost(contributor, origin, 'Un cadre de contributeur')
  await insertHtml(contributor, snippets.fixed)
  const { content } = await save(contributor, 'pending')
  assert.ok(
    !content.includes('<iframe'),
    'WordPress kept the frame of a contributor: the guides say that it does not'
  )
  console.log('  frames: kept for the administrator, removed for the contributor')
}

/**
 * @param {{ browser: import('@playwright/test').Browser, origin: string, site: string, post: { name: string, id: number, count: number }, opens: number, theme: string }} options
 */
async function openOften({ browser, origin, site, post, opens, theme }) {
  const durations = []
  /** @type {Map<string, string>} */
  const heights = new Map()
  for (let i = 0; i < opens; i += 1) {
    const width = WIDTHS[i % WIDTHS.length] ?? 1280
    const seen = await read(browser, {
      address: `${origin}/?p=${post.id}`,
      site,
      count: post.count,
      width,
      ...(i < 2 ? { picture: `${PICTURES}/${theme}-${post.name}-${width}.png` } : {})
    })
    assertRight(seen, `${post.name}, ${theme}, open ${i + 1} of ${opens} at ${width} px`)
    durations.push(seen.took)
    heights.set(String(width), seen.frames.map(size).join(' '))
  }
  const sizes = [...heights].map(([width, sizes]) => `${width}: ${sizes}`).join(' | ')
  console.log(
    `  ${theme} ${post.name}: ${opens} opens, 0 hidden, right within ${Math.max(...durations)} ms | ${sizes}`
  )
}

/**
 * The sandbox lets no link out: ours asks WordPress, whose script goes there.
 * @param {{ browser: import('@playwright/test').Browser, address: string, site: string }} options
 */
async function followLink({ browser, address, site }) {
  const context = await browser.newContext({ ignoreHTTPSErrors: true })
  await loopbackOnly(context)
  const page = await context.newPage()
  await page.goto(address)
  assert.deepEqual((await settle(page, site, 1, 8000)).faults, [])
  await page.frameLocator(`iframe[src^="${site}"]`).locator(`a[href$="${FIGURE}"]`).first().click()
  await page.waitForURL(`${site}${FIGURE}`)
  await context.close()
  console.log('  the link of the figure leaves the post for its page')
}

await command(async () => {
  if (process.env.BUILD_DIR === undefined) await buildSite({ ifStale: true })
  const folder = temporaryFolder('wordpress')
  rmSync(PICTURES, { recursive: true, force: true })
  mkdirSync(PICTURES, { recursive: true })
  /** @type {(() => Promise<unknown>)[]} */
  const ends = []
  try {
    const [port, inner] = [await freePort(), await freePort()]
    const root = join(folder, 'site')
    const certificate = join(folder, 'certificate.pem')
    const site = copySite({ build: buildFolder(), folder: root, port })
    checkAnswers(root, site)
    addControls(root)
    ends.push(await serveSecurely({ folder: root, port, inner, certificate, key: join(folder, 'key.pem') }))
    const wordpress = await startWordPress({ folder, sitePort: port, certificate, theme: THEMES[0] ?? '' })
    ends.push(wordpress.stop)
    console.log(`  WordPress ${wordpress.version} asks our server, both on loopback`)
    const found = await findBrowser()
    const browser = await chromium.launch({
      ...(found === null ? {} : { executablePath: found.path }),
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : []
    })
    ends.push(() => browser.close())

    const { origin } = wordpress
    /** @param {string} user */
    const as = async (user) => {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 1600 },
        ignoreHTTPSErrors: true
      })
      await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin })
      await loopbackOnly(context)
      return signIn(context, origin, user, wordpress.password)
    }
    const admin = await as('administrator')
    const contributor = await as('contributor')

    const posts = await writePosts({ admin, contributor, origin, site }).catch(
      async (/** @type {unknown} */ error) => {
        await admin.screenshot({ path: `${PICTURES}/failed-administrator.png` })
        await contributor.screenshot({ path: `${PICTURES}/failed-contributor.png` })
        throw error
      }
    )
    for (const theme of THEMES) {
      await wordpress.useTheme(theme)
      for (const [i, post] of posts.entries()) {
        // The post with three frames is the hardest: it is opened as often as was asked, the others less.
        await openOften({ browser, origin, site, post, theme, opens: i === 0 ? OPENS : 6 })
      }
    }
    const [, one] = posts
    await followLink({ browser, address: `${origin}/?p=${one?.id}`, site })
    await pastedFrames({ admin, contributor, origin, site, root, folder, browser })

    /** @param {string} path */
    const post = async (path) => {
      const id = await sendText(admin, origin, path, `${site}${path}`)
      await publish(admin, origin, id)
      return { address: `${origin}/?p=${id}`, site, width: 1280, patience: 3000 }
    }
    const wrong = await read(browser, { ...(await post('/figures/nulle-part/')), count: 0 })
    assertRight(wrong, 'a wrong address becomes no figure')
    console.log('  a wrong address stays a link')
    for (const control of ['mute', 'reversed']) {
      const { frames } = await read(browser, { ...(await post(`/figures/${control}/`)), count: 1 })
      const said = frames.map((frame) => fault(frame)).filter((one) => one !== null)
      assert.equal(said.length, 1, `${control}: this test would let a spoilt embed pass`)
      console.log(`  control: ${said.join()}`)
    }
  } finally {
    for (const end of ends.reverse()) await end()
  }
})
