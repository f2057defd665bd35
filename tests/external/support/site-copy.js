// How is the production build put on loopback under absolute addresses that lead back to it?
import { copyFileSync, linkSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { dirname, join, relative } from 'node:path'
import { createServer } from 'node:tls'
import { basePath } from '../../../scripts/build.js'
import { Failure, run } from '../../../scripts/run.js'
import { startServer } from '../../../scripts/server.js'
import { HOST_FILES } from '../../../scripts/write-headers.js'

/** Where a build can name its own origin. */
const TEXT = /\.(html|json|js|xml|txt|webmanifest)$/

/**
 * A copy of the build, by links where the two folders are of one disk: the engine alone is 36 MB. A file of the copy is
 * replaced, never written to.
 * @param {string} build
 * @param {string} folder
 * @param {(source: string, target: string) => boolean} [instead] true: this file was dealt with
 */
export function linkTree(build, folder, instead = () => false) {
  for (const entry of readdirSync(build, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || HOST_FILES.includes(entry.name)) continue
    const source = join(entry.parentPath, entry.name)
    const target = join(folder, relative(build, source))
    mkdirSync(dirname(target), { recursive: true })
    if (instead(source, target)) continue
    try {
      linkSync(source, target)
    } catch {
      copyFileSync(source, target)
    }
  }
}

/**
 * A copy of the build with the origin of data/site.json replaced by that of the test: what a deployment does by
 * editing that file. Everything else is the same file, and the server, its headers included, is ours.
 * A mapping of host names in the browser would not do: WordPress, in PHP, asks the same addresses.
 * @param {{ build: string, folder: string, port: number }} options
 * @returns {string} where the copy believes to be, without a slash at the end
 */
export function copySite({ build, folder, port }) {
  const written = JSON.parse(readFileSync('data/site.json', 'utf8')).origin
  const origin = `https://localhost:${port}`
  linkTree(build, folder, (source, target) => {
    // A compressed twin would still have the old address.
    if (/\.(br|gz)$/.test(source)) return true
    const text = TEXT.test(source) ? readFileSync(source, 'utf8') : ''
    if (!text.includes(written)) return false
    writeFileSync(target, text.replaceAll(written, origin))
    return true
  })
  return `${origin}${basePath()}`
}

/**
 * Serves a folder by our server over https, as any public site: the block editor of WordPress makes a figure of a
 * pasted https address only.
 * @param {{ folder: string, port: number, inner: number, certificate: string, key: string }} options two ports, two files to make
 * @returns {Promise<() => Promise<void>>} closes it
 * @throws Failure
 */
export async function serveSecurely({ folder, port, inner, certificate, key }) {
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost']
  const made = [
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-days',
    '2',
    ...subject,
    '-keyout',
    key,
    '-out',
    certificate
  ]
  if ((await run('openssl', made, { quiet: true })) !== 0) throw new Failure('openssl made no certificate.')
  const site = await startServer({ folder, base: basePath(), port: inner, host: '127.0.0.1' })
  const server = createServer({ key: readFileSync(key), cert: readFileSync(certificate) }, (outside) => {
    const inside = connect(inner, '127.0.0.1')
    for (const [from, to] of /** @type {const} */ ([
      [outside, inside],
      [inside, outside]
    ]))
      from.on('error', () => to.destroy()).pipe(to)
  })
  await new Promise((done, fail) =>
    server.once('error', fail).listen(port, 'localhost', () => done(undefined))
  )
  return async () => {
    server.close()
    await site.close()
  }
}
