// How does an embed become one file that paints at once, in a frame that may be refused everything else?
// Its styles and its one script are put inside, and its own policy allows these two and nothing more.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sourceOf, textReader } from './built-files.js'
import { usedRules } from './page-styles.js'

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
 * A short name for each mark by which Svelte ties rules to components: nothing here is drawn by Svelte again.
 * @returns {(text: string) => string} the same name for the same mark in all texts
 */
function shortMarks() {
  /** @type {Map<string, string>} */
  const names = new Map()
  return (text) =>
    text.replace(/\bsvelte-[a-z0-9]+/g, (mark) => {
      const name = names.get(mark) ?? `s-${names.size.toString(36)}`
      names.set(mark, name)
      return name
    })
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
  const short = shortMarks()
  const script = scripts.join('\n')
  const style = short(usedRules(styles.join('\n'), page, script))
  const policy = [
    `default-src 'none'`,
    `style-src ${sourceOf(style)}`,
    `script-src ${script === '' ? `'none'` : sourceOf(script)}`,
    `img-src data:`,
    `base-uri 'none'`,
    `form-action 'none'`
  ].join('; ')
  return short(page)
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
