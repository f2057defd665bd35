// How is a real WordPress of Debian put on loopback, in a folder that is thrown away?
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureCommands, extractDebian, installDebian } from '../../../scripts/debian.js'
import { Failure, run } from '../../../scripts/run.js'
import { answers, freePort, startProcess, waitFor } from '../support/process.js'

const PROGRAMS = {
  openssl: 'openssl',
  php: 'php-cli',
  mariadbd: 'mariadb-server-core',
  'mariadb-install-db': 'mariadb-server-core',
  my_print_defaults: 'mariadb-client-core'
}
const EXTENSIONS = {
  curl: 'php-curl',
  mysqli: 'php-mysql',
  dom: 'php-xml',
  gd: 'php-gd',
  mbstring: 'php-mbstring'
}
/** Not installed but extracted: installed, it would bring Apache and a service. */
const PACKAGES = [
  'wordpress',
  'wordpress-theme-twentytwentythree',
  'wordpress-theme-twentytwentyone',
  'php-getid3',
  'libjs-cropper',
  'libjs-underscore'
]
const PASSWORD = 'loopback-only'
const HERE = 'tests/external/wordpress'

/** @throws Failure */
async function ensurePrograms() {
  const missing = await ensureCommands(PROGRAMS)
  if (missing.length > 0) throw new Failure(`Missing: ${missing.join(', ')}`)
  const load = Object.keys(EXTENSIONS)
    .map((name) => `extension_loaded('${name}')`)
    .join(' && ')
  const loaded = () => run('php', ['-r', `exit(${load} ? 0 : 1);`], { quiet: true })
  // Not by their names: a program called curl is no extension of PHP.
  if ((await loaded()) !== 0) await installDebian(Object.values(EXTENSIONS))
  if ((await loaded()) !== 0) throw new Failure(`PHP lacks one of ${Object.values(EXTENSIONS).join(', ')}`)
}

/**
 * MariaDB with an empty database, on a socket of the folder: no port, no password, no one else.
 * @param {string} folder
 */
async function startDatabase(folder) {
  const data = join(folder, 'database')
  const socket = join(folder, 'database.sock')
  const user = process.getuid?.() === 0 ? ['--user=root'] : []
  const made = await run(
    'mariadb-install-db',
    [
      '--no-defaults',
      `--datadir=${data}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
      ...user
    ],
    { quiet: true }
  )
  if (made !== 0) throw new Failure('mariadb-install-db made no database.')
  const first = join(folder, 'database.sql')
  writeFileSync(first, 'CREATE DATABASE wordpress;\n')
  const database = startProcess(
    'mariadbd',
    [
      '--no-defaults',
      `--datadir=${data}`,
      `--socket=${socket}`,
      `--pid-file=${join(folder, 'database.pid')}`,
      `--init-file=${first}`,
      '--skip-networking',
      '--skip-log-bin',
      '--innodb-flush-log-at-trx-commit=0',
      ...user
    ],
    { log: join(folder, 'database.log') }
  )
  const connect = `new mysqli(null, 'root', '', 'wordpress', 0, '${socket}');`
  await waitFor('MariaDB', database, async () => (await run('php', ['-r', connect], { quiet: true })) === 0)
  return { ...database, socket }
}

/**
 * @param {{ folder: string, sitePort: number, certificate: string, theme: string }} options
 *   the port of our site, which it may ask, and the certificate that it takes for that of a public authority
 * @returns {Promise<{ origin: string, password: string, version: string, useTheme: (name: string) => Promise<void>, stop: () => Promise<void> }>}
 */
export async function startWordPress({ folder, sitePort, certificate, theme }) {
  await ensurePrograms()
  const packages = join(folder, 'packages')
  mkdirSync(packages, { recursive: true })
  if (!(await extractDebian(PACKAGES, packages)))
    throw new Failure(`The packages could not be had: ${PACKAGES.join(', ')}`)
  // In place: its files are links to those of the other packages.
  const root = join(packages, 'usr/share/wordpress')
  rmSync(join(root, '.htaccess'), { force: true })
  cpSync(join(HERE, 'config.php'), join(root, 'wp-config.php'))
  mkdirSync(join(root, 'wp-content/mu-plugins'))
  cpSync(join(HERE, 'loopback.php'), join(root, 'wp-content/mu-plugins/loopback.php'))

  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const database = await startDatabase(folder)
  const env = {
    DB_SOCKET: database.socket,
    SITE_CERTIFICATE: certificate,
    SITE_PORT: String(sitePort),
    WP_FOLDER: root,
    WP_ORIGIN: origin,
    WP_PASSWORD: PASSWORD,
    PHP_CLI_SERVER_WORKERS: '4'
  }
  const log = join(folder, 'php.log')
  /** @param {string} script @param {string} theme */
  const runScript = async (script, theme) => {
    const file = join(folder, `${script}.log`)
    const args = ['-d', 'sendmail_path=/bin/true', join(HERE, script)]
    await startProcess('php', args, { log: file, env: { ...env, WP_THEME: theme } }).ended
    const said = readFileSync(file, 'utf8').trim()
    if (!said.endsWith(theme)) throw new Failure(`${script} failed:\n${said}`)
    return said
  }
  const version = await runScript('install.php', theme)
  const php = startProcess(
    'php',
    ['-d', 'opcache.enable_cli=1', '-d', 'sendmail_path=/bin/true', '-S', `127.0.0.1:${port}`, '-t', root],
    { log, env }
  )
  await waitFor('WordPress', php, () => answers(`${origin}/`))
  return {
    origin,
    password: PASSWORD,
    version,
    useTheme: async (name) => {
      await runScript('theme.php', name)
    },
    stop: async () => {
      await php.stop()
      await database.stop()
    }
  }
}
