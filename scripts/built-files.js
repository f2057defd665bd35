// What do the steps that rewrite built pages share? The text of a file by its address, and the name of a text in a policy.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * A source of a Content-Security-Policy that allows one text, inline.
 * @param {string} text
 */
export const sourceOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/**
 * Reads each file of the build once.
 * @param {string} folder of the build
 * @param {string} base path of the site, '' or '/name'
 * @returns {(path: string) => string} from the address of a file, base path included
 */
export function textReader(folder, base) {
  /** @type {Map<string, string>} */
  const known = new Map()
  return (path) => {
    const text = known.get(path) ?? readFileSync(join(folder, path.slice(base.length)), 'utf8')
    known.set(path, text)
    return text
  }
}
