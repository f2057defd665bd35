// How does a fiche become one file that opens anywhere, without a network? Its styles and font inside, its scripts out.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sourceOf } from './built-files.js'

/** What only works with the scripts of the site: the head and foot of the page, buttons that print, share, sort. */
const WITHOUT = '[data-script],.skip,header.head{display:none!important}'

/**
 * Replaces the linked styles by their text and takes out every script, preload and policy: what is left asks for nothing.
 * @param {string} html a built page
 * @param {(path: string) => Buffer} read a file of the build by its address, without the base path
 * @returns {string}
 */
export function standalone(html, read) {
  /** @param {string} href */
  const css = (href) =>
    read(href)
      .toString('utf8')
      .replace(/url\(["']?([^"')]+\.woff2)["']?\)/g, (_, /** @type {string} */ font) => {
        const path = new URL(font, new URL(href, 'http://site')).pathname
        return `url(data:font/woff2;base64,${read(path).toString('base64')})`
      })
  /** @type {string[]} */
  const styles = []
  const page = html
    .replace(/<link\b[^>]*rel="stylesheet"[^>]*>/g, (link) => {
      const href = /href="([^"]+)"/.exec(link)?.[1]
      if (href !== undefined) styles.push(css(href))
      return ''
    })
    .replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, '')
    .replace(/<link\b[^>]*rel="(?:modulepreload|preload|icon)"[^>]*>/g, '')
    .replace(/<meta http-equiv="content-security-policy"[^>]*>/gi, '')
  const style = `${styles.join('\n')}\n${WITHOUT}`
  const policy = `default-src 'none'; style-src ${sourceOf(style)}; font-src data:; img-src data:; base-uri 'none'; form-action 'none'`
  return page
    .replace(/<head>/, `<head><meta http-equiv="content-security-policy" content="${policy}">`)
    .replace('<title>', '<title>Fiche à garder\u00a0: ')
    .replace('</head>', `<style>${style}</style></head>`)
}

/**
 * Writes a fiche.html beside each page of a territory.
 * @param {string} folder of the build
 * @param {string} base path of the site, '' or '/name'
 * @param {string} origin of the site: links of the file lead there
 * @returns {number} how many were written
 */
export function writeStandalone(folder, base, origin) {
  const territories = join(folder, 'territoires')
  if (!existsSync(territories)) return 0
  const pages = readdirSync(territories, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  for (const { name } of pages) {
    const page = join(territories, name)
    const html = readFileSync(join(page, 'index.html'), 'utf8')
    const file = standalone(html, (path) => readFileSync(join(folder, path.slice(base.length))))
    writeFileSync(join(page, 'fiche.html'), file.replaceAll(/href="\/(?!\/)/g, `href="${origin}/`))
  }
  return pages.length
}
