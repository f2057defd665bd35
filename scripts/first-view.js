// How does a page paint with its first answer, and come alive when it is wanted? The styles that it needs are put inside;
// its scripts, the data that they read and the other styles go to a file of their own, and wake.js says when that comes.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sourceOf, textReader } from './built-files.js'
import { splitRules } from './page-styles.js'

/** @param {string} script */
const bare = (script) => script.replace(/^ *(?:\/\/|\/\*\*) .*\n/gm, '').replace(/^ +/gm, '')

const wake = bare(readFileSync(new URL('./wake.js', import.meta.url), 'utf8'))

/** The script by which SvelteKit starts a page, with the data of the page inside. */
const START = /<script>(\s*\{\s*__sveltekit_[\s\S]*?)<\/script>/
const LINKED = /<link\b[^>]*rel="(stylesheet|modulepreload)"[^>]*>\s*/g

/** Outlines of land and rivers, drawn on the page and read by its scripts: kilobytes, and the same text. */
const DRAWN = /<path\b[^>]* d="([^"<&\\]{1000,})"/g

/**
 * The start, with what the page draws read from the page.
 * @param {string} start of SvelteKit, with its data
 * @param {string} html
 */
function withoutDrawn(start, html) {
  const paths = [...new Set(Array.from(html.matchAll(DRAWN), ([, path = '']) => path))]
  let shorter = start
  for (const path of paths) {
    const begin = path.slice(0, 32)
    if (paths.some((other) => other !== path && other.startsWith(begin))) continue
    shorter = shorter.replaceAll(`"${path}"`, `drawn('${begin}')`)
  }
  return shorter === start
    ? start
    : `const drawn = (begin) => document.querySelector(\`path[d^="\${begin}"]\`).getAttribute('d')\n${shorter}`
}

/**
 * Puts the styles that waited at their places among those of the page; behind them all in a browser that left out one of
 * the page as unknown, since places are counted.
 * @param {number} count @param {[number, string[]][]} late as of splitRules
 */
function addRules(count, late) {
  const { sheet } = /** @type {HTMLStyleElement} */ (document.querySelector('style[data-first]'))
  if (sheet === null) return
  const behind = sheet.cssRules.length === count ? null : sheet.cssRules.length
  for (const [before, rules] of late.reverse())
    for (const rule of rules.reverse())
      try {
        sheet.insertRule(rule, behind ?? before)
      } catch {
        // A browser that does not know a rule leaves it out, as it would in a sheet.
      }
}

/**
 * The same start, as a module that anyone may ask for, once and late.
 * @param {string} script of SvelteKit
 * @param {{ scripts: string[], styles: string[] }} linked addresses that the page no longer links
 * @param {ReturnType<typeof splitRules>} rules
 * @throws Error when SvelteKit writes its start in another way
 */
function startModule(script, { scripts, styles }, { count, late }) {
  /** @param {string} text @param {string | RegExp} from @param {string} to */
  const change = (text, from, to) => {
    const changed = text.replace(from, to)
    if (changed === text) throw new Error(`the start of SvelteKit no longer holds ${String(from)}`)
    return changed
  }
  let start = change(script, /(__sveltekit_\w+) = \{/, 'globalThis.$1 = {')
  start = change(start, 'document.currentScript.parentElement', `document.getElementById('app')`)
  start = change(start, 'Promise.all([', 'alive = Promise.all([')
  start = change(start, 'kit.start(', 'return kit.start(')
  // What waits for the end of loading would wait for ever.
  start = start.replace(/addEventListener\('load', (function \(\) \{[^}]*\})\)/, '($1)()')
  const added =
    late.length === 0 ? '' : `${bare(addRules.toString())}\naddRules(${count}, ${JSON.stringify(late)})`
  // All styles are in the page by then; the loader of Vite must find them.
  return `const link = (href, rest) => document.head.append(Object.assign(document.createElement('link'), { href, ...rest }))
for (const href of ${JSON.stringify(scripts)}) link(href, { rel: 'modulepreload' })
for (const href of ${JSON.stringify(styles)}) link(href, { rel: 'stylesheet', media: 'not all', disabled: true })
${added}
export let alive
${start}`
}

/**
 * @param {string} html a built page
 * @param {(path: string) => string} read a file of the build by its address
 * @param {string} folder address of the files that start pages, with final slash
 * @returns {{ html: string, start: { path: string, text: string } } | null} null for a page without scripts of the site
 */
export function firstView(html, read, folder) {
  const script = START.exec(html)?.[1]
  if (script === undefined) return null
  /** @type {{ scripts: string[], styles: string[] }} */
  const linked = { scripts: [], styles: [] }
  let page = html.replace(LINKED, (link, /** @type {string} */ rel) => {
    const href = /href="([^"]+)"/.exec(link)?.[1] ?? ''
    linked[rel === 'stylesheet' ? 'styles' : 'scripts'].push(href)
    return ''
  })
  const style = linked.styles
    .map((href) =>
      read(href).replace(/url\(\.\/([^)]+)\)/g, `url(${href.slice(0, href.lastIndexOf('/') + 1)}$1)`)
    )
    .join('')
  const rules = splitRules(style, page)
  const text = startModule(withoutDrawn(script, page), linked, rules)
  const path = `${folder}${createHash('sha256').update(text).digest('hex').slice(0, 12)}.js`
  const theme = /<script src="([^"]*\/theme\.js)"><\/script>/.exec(page)
  if (theme?.[1] === undefined) throw new Error('a page does not set its theme before it paints')
  const early = bare(read(theme[1]))
  page = page
    .replace(theme[0], () => `<script>${early}</script>`)
    .replace(START, () => `<script data-start="${path}">${wake}</script>`)
    .replace('</head>', () => `<style data-first>${rules.first}</style></head>`)
    .replace(
      /script-src ('self'[^;"]*?)(?: 'sha256-[^']+')+/,
      `script-src $1 ${sourceOf(early)} ${sourceOf(wake)}`
    )
    .replace(`style-src 'self'`, `style-src 'self' ${sourceOf(rules.first)}`)
  return { html: page, start: { path, text } }
}

/**
 * Rewrites each page of the build in place; after all that reads the pages as SvelteKit writes them.
 * @param {string} folder of the build
 * @param {string} base path of the site, '' or '/name'
 * @returns {number} how many
 */
export function writeFirstViews(folder, base) {
  const read = textReader(folder, base)
  mkdirSync(join(folder, '_app/immutable/pages'), { recursive: true })
  let count = 0
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.html')) continue
    const view = firstView(readFileSync(join(folder, name), 'utf8'), read, `${base}/_app/immutable/pages/`)
    if (view === null) continue
    writeFileSync(join(folder, name), view.html)
    writeFileSync(join(folder, view.start.path.slice(base.length)), view.start.text)
    count += 1
  }
  return count
}
