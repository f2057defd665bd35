// How is a program of the system found, and had from the Debian packages where that may be?
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import { run } from './run.js'

/** @param {string} name @returns {string | undefined} its path */
export function onPath(name) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file))
}

/**
 * Installs packages, as root or by sudo without a password; false where that cannot be.
 * @param {readonly string[]} packages
 */
export async function installDebian(packages) {
  if (onPath('apt-get') === undefined) return false
  const root = process.getuid?.() === 0
  if (!root && (await run('sudo', ['-n', 'true'], { quiet: true })) !== 0) return false
  /** @param {string[]} args */
  const apt = (args) => {
    const [name = '', ...rest] = [...(root ? [] : ['sudo', '-n']), 'apt-get', ...args]
    return run(name, rest, { env: { DEBIAN_FRONTEND: 'noninteractive' } })
  }
  return (
    (await apt(['-q', 'update'])) === 0 &&
    (await apt(['-q', 'install', '-y', '--no-install-recommends', ...packages])) === 0
  )
}

/**
 * Lays the files of packages in a folder: nothing is configured, started, or put on the system.
 * @param {readonly string[]} packages without what they depend on
 * @param {string} folder
 * @returns {Promise<boolean>} false where that cannot be
 */
export async function extractDebian(packages, folder) {
  if (onPath('apt-get') === undefined || onPath('dpkg-deb') === undefined) return false
  const archives = join(resolve(folder), '.archives')
  mkdirSync(archives, { recursive: true })
  const download = () => run('apt-get', ['-q', 'download', ...packages], { quiet: true, cwd: archives })
  if ((await download()) !== 0) {
    // The lists of packages are old, or were never fetched: that needs root.
    await run('apt-get', ['-q', 'update'], { quiet: true })
    if ((await download()) !== 0) return false
  }
  for (const archive of readdirSync(archives))
    if ((await run('dpkg-deb', ['-x', join(archives, archive), folder])) !== 0) return false
  return true
}

/**
 * Those of the commands that are not there, after an attempt to install what holds them.
 * @param {Readonly<Record<string, string>>} packages command -> Debian package
 * @returns {Promise<string[]>} commands still missing
 */
export async function ensureCommands(packages) {
  const missing = () => Object.keys(packages).filter((name) => onPath(name) === undefined)
  const wanted = missing().map((name) => packages[name] ?? name)
  if (wanted.length > 0) await installDebian(wanted)
  return missing()
}
