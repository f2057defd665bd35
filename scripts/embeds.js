// How does an embed become one file that paints at once, in a frame that may be refused everything else?
// Its styles and its one script are put inside, and its own policy allows these two and nothing more.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import postcss from 'postcss'
import { sourceOf, textReader } from './built-files.js'

/**
 * The rules that a page can use. The style sheets are those of many components, and Svelte marks each rule with the class
 * of its component: a selector with the class of a component that is not on the page selects nothing.
 * @param {string} css
 * @param {string} html
 * @returns {string}
 */
export function usedRules(css, html) {
  const known = new Set(html.match(/\bsvelte-[a-z0-9]+/g) ?? [])
  const root = postcss.parse(css)
  // The font of the site stays out: an opaque origin may be refused it, and the system's paints at once.
  root.walkAtRules('font-face', (rule) => void rule.remove())
  root.walkRules((rule) => {
    const used = rule.selectors.filter((selector) =>
      (selector.match(/\bsvelte-[a-z0-9]+/g) ?? []).every((name) => known.has(name))
    )
    if (used.length === 0) rule.remove()
    else rule.selectors = used
  })
  dropUnread(root, html)
  root.walkAtRules((rule) => {
    if (rule.nodes?.length === 0) rule.remove()
  })
  return root.toString()
}

/**
 * Tokens that nothing on the page reads: the colours of the map in an embed without one. A token may be read by another.
 * @param {import('postcss').Root} root
 * @param {string} html
 */
function dropUnread(root, html) {
  /** @type {import('postcss').Declaration[]} */
  let unread
  do {
    const read = new Set(`${root.toString()}${html}`.match(/(?<=var\()--[\w-]+/g) ?? [])
    unread = []
    root.walkDecls(/^--/, (token) => {
      if (!read.has(token.prop)) unread.push(token)
    })
    for (const token of unread) token.remove()
  } while (unread.length > 0)
  root.walkRules((rule) => {
    if (rule.nodes.length === 0) rule.remove()
  })
}

/**
 * Without the definitions of marks that no mark of the page opens: nothing here is drawn anew.
 * @param {string} html
 * @returns {string}
 */
function openedDefinitions(html) {
  const opened = new Set(Array.from(html.matchAll(/popovertarget="(marque-\w+)"/g), ([, id]) => id))
  return html.replace(
    /<div popover="" id="(marque-\w+)"[^>]*>[\s\S]*?<\/div>/g,
    (definition, /** @type {string} */ id) => (opened.has(id) ? definition : '')
  )
}

/**
 * @param {string} html a built page of an embed
 * @param {(path: string) => string} read a file of the build by its address
 * @returns {string}
 */
export function selfContained(html, read) {
  /** @type {string[]} */
  const styles = []
  /** @type {string[]} */
  const scripts = []
  const page = openedDefinitions(html)
    .replace(/<link\b[^>]*rel="stylesheet"[^>]*>\s*/g, (link) => {
      const href = /href="([^"]+)"/.exec(link)?.[1]
      if (href !== undefined) styles.push(read(href))
      return ''
    })
    .replace(/<script\b([^>]*)>[\s\S]*?<\/script>\s*/g, (_, /** @type {string} */ attributes) => {
      const src = /src="([^"]+)"/.exec(attributes)?.[1]
      if (src?.endsWith('/embed.js')) scripts.push(read(src).replace(/^ *\/(?:\/|\*\*) .*\n/gm, ''))
      return ''
    })
    .replace(/<link\b[^>]*rel="(?:modulepreload|preload|icon)"[^>]*>\s*/g, '')
    .replace(/<meta http-equiv="content-security-policy"[^>]*>\s*/gi, '')
    // What Svelte would hydrate by; nothing here is hydrated.
    .replace(/<!--[[\]!\w-]*-->/g, '')
  const style = usedRules(styles.join('\n'), page)
  const script = scripts.join('\n')
  const policy = [
    `default-src 'none'`,
    `style-src ${sourceOf(style)}`,
    `script-src ${script === '' ? `'none'` : sourceOf(script)}`,
    `img-src data:`,
    `base-uri 'none'`,
    `form-action 'none'`
  ].join('; ')
  return page
    .replace(/<head>/, `<head><meta http-equiv="content-security-policy" content="${policy}">`)
    .replace('</head>', `<style>${style}</style><script>${script}</script></head>`)
}

/**
 * The pages of embeds in a folder of the build, live and frozen.
 * @param {string} folder
 * @returns {string[]}
 */
function embedFiles(folder) {
  const versions = join(folder, 'v')
  const roots = [
    join(folder, 'embed'),
    ...(existsSync(versions) ? readdirSync(versions).map((name) => join(versions, name, 'embed')) : [])
  ]
  return roots.filter(existsSync).flatMap((root) =>
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
      .map((entry) => join(entry.parentPath, entry.name))
  )
}

/**
 * Rewrites each embed of the build in place.
 * @param {string} folder of the build
 * @param {string} base path of the site, '' or '/name'
 * @returns {number} how many
 */
export function writeEmbeds(folder, base) {
  const files = embedFiles(folder)
  const read = textReader(folder, base)
  for (const file of files) writeFileSync(file, selfContained(readFileSync(file, 'utf8'), read))
  return files.length
}
