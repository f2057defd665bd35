// Are the installed packages, the data and the built site those of the sources as they are now?
//
// By content, not by date: a checkout or a copy changes every date and no content. A stamp keeps the
// digest of what a result was made from and of the list of what was made.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Files under a path, sorted; a file stands for itself and what is missing for nothing.
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/**
 * Digest of the content of every file under these paths and of some words (environment, versions). Unit tests
 * and notes do not count: nothing is made from them.
 * @param {readonly string[]} paths
 * @param {readonly string[]} [words]
 */
export function digest(paths, words = []) {
  const hash = createHash('sha256').update(JSON.stringify(words))
  for (const file of paths.flatMap(filesUnder)) {
    if (/\.(test|spec)\.[jt]s$|\.md$/.test(file)) continue
    const content = readFileSync(file)
    hash.update(`\0${file}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

/**
 * Names and sizes of what was made: tells a folder that was emptied or half deleted.
 * @param {string} folder
 */
function inventory(folder) {
  const list = filesUnder(folder).map((file) => `${file} ${statSync(file).size}`)
  return list.length === 0 ? '' : createHash('sha256').update(list.join('\n')).digest('hex')
}

/** @param {string} name */
const stampPath = (name) => `.cache/stamps/${name.replaceAll(/[^\w.-]/g, '_')}.json`

/**
 * @param {string} name
 * @param {string} source digest of what it is made from
 * @param {string} output folder that was made
 */
export function isFresh(name, source, output) {
  try {
    const stamp = JSON.parse(readFileSync(stampPath(name), 'utf8'))
    const made = inventory(output)
    return stamp.source === source && made !== '' && stamp.output === made
  } catch {
    return false
  }
}

/** @param {string} name @param {string} source @param {string} output */
export function stamp(name, source, output) {
  mkdirSync(dirname(stampPath(name)), { recursive: true })
  writeFileSync(stampPath(name), `${JSON.stringify({ source, output: inventory(output) }, null, 2)}\n`)
}

/** Before remaking: an interrupted build must not pass for the last one. @param {string} name */
export function forget(name) {
  rmSync(stampPath(name), { force: true })
}

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, link?: boolean }} Locked
 * @typedef {{ packages?: Record<string, Locked> }} Lock
 */

/**
 * Does node_modules hold what the lockfile says? npm keeps in it a lockfile of what it installed, which it writes
 * last and removes first, so an interrupted installation is seen; but it also writes it when told to change the
 * lockfile alone, so the folders are asked too. Packages for other platforms are optional and may be absent.
 * @param {Lock} wanted package-lock.json
 * @param {Lock} installed node_modules/.package-lock.json
 * @param {(path: string) => string | undefined} versionIn of the package in a folder
 */
export function sameInstall(wanted, installed, versionIn) {
  const want = Object.entries(wanted.packages ?? {}).filter(([path]) => path.startsWith('node_modules/'))
  const have = installed.packages ?? {}
  const known = new Set(want.map(([path]) => path))
  return (
    Object.keys(have).every((path) => known.has(path)) &&
    want.every(([path, { version, integrity, optional, devOptional }]) => {
      const found = have[path]
      if (found === undefined) return optional === true || devOptional === true
      return found.version === version && found.integrity === integrity && versionIn(path) === version
    })
  )
}

export function isInstalled() {
  /** @param {string} file */
  const read = (file) => JSON.parse(readFileSync(file, 'utf8'))
  /** @param {string} path @returns {string | undefined} */
  const versionIn = (path) => {
    try {
      return read(join(path, 'package.json')).version
    } catch {
      return undefined
    }
  }
  try {
    return sameInstall(read('package-lock.json'), read('node_modules/.package-lock.json'), versionIn)
  } catch {
    return false
  }
}
