// How is the folder of the build served over HTTP, as a good static host would?
import { createReadStream, readdirSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { join, relative, resolve, sep } from 'node:path'
import { pipeline } from 'node:stream'
import sirv from 'sirv'
import { byteRange } from './byte-range.js'
import { headersFor, notFoundFile } from './headers.js'
import { HOST_FILES } from './write-headers.js'

/**
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
 * @typedef {{ abs: string, size: number, modified: string }} File
 */

const FALLBACK_404 = `<!doctype html><html lang="fr"><meta charset="utf-8"><title>Page introuvable</title>
<h1>Page introuvable</h1><p>Cette adresse ne mène nulle part.</p></html>`

/**
 * Every file of the folder by its address: what is not listed here is never read from the disk.
 * @param {string} folder
 * @returns {Map<string, File>}
 */
function listFiles(folder) {
  /** @type {Map<string, File>} */
  const files = new Map()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    // The compressed twins are an encoding of their file, not files of their own; host files are no address.
    if (!entry.isFile() || /\.(br|gz)$/.test(entry.name) || HOST_FILES.includes(entry.name)) continue
    const abs = join(entry.parentPath, entry.name)
    const { size, mtime } = statSync(abs)
    files.set(`/${relative(folder, abs).split(sep).join('/')}`, { abs, size, modified: mtime.toUTCString() })
  }
  return files
}

/**
 * The address of a request: without query, decoded, or null when it is not a valid one.
 * @param {string} url
 */
function pathOf(url) {
  try {
    // A fixed host, by concatenation: "//evil.example" must stay a path.
    const path = decodeURIComponent(new URL(`http://host${url.startsWith('/') ? url : '/'}`).pathname)
    return /[\0\\]/.test(path) ? null : path
  } catch {
    return null
  }
}

/**
 * @param {Response} res
 * @param {number} status
 * @param {string} location
 */
function redirect(res, status, location) {
  res.writeHead(status, { ...headersFor('/'), Location: location }).end()
}

/**
 * The request handler for one folder of the build. The list of files is read once: a new build needs a new handler.
 * @param {{ folder: string, base: string }} options `base` is '' or '/name'
 * @returns {(req: Request, res: Response) => void}
 */
function siteHandler({ folder, base }) {
  const root = resolve(folder)
  const files = listFiles(root)
  const serve = sirv(root, { brotli: true, gzip: true, etag: true, extensions: [], dotfiles: true })

  /** @param {Request} req @param {Response} res @param {string} path */
  function sendNotFound(req, res, path) {
    const page = files.get(notFoundFile(path)) ?? files.get('/404.html')
    res.writeHead(404, {
      ...headersFor(/\.html$|\/[^./]*$/.test(path) ? path : '/'),
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Length': page?.size ?? Buffer.byteLength(FALLBACK_404)
    })
    if (req.method === 'HEAD') res.end()
    else if (page === undefined) res.end(FALLBACK_404)
    else pipeline(createReadStream(page.abs), res, () => undefined)
  }

  /** @param {Request} req @param {Response} res @param {File} file */
  function sendRange(req, res, file) {
    const range = byteRange(req.headers.range, file.size)
    if (range === null) return false
    res.setHeader('Accept-Ranges', 'bytes')
    if (range === 'unsatisfiable') {
      res.writeHead(416, { 'Content-Range': `bytes */${file.size}` }).end()
      return true
    }
    res.writeHead(206, {
      'Content-Type': res.getHeader('Content-Type') ?? 'application/octet-stream',
      'Content-Range': `bytes ${range.start}-${range.end}/${file.size}`,
      'Content-Length': range.end - range.start + 1,
      'Last-Modified': file.modified
    })
    pipeline(createReadStream(file.abs, range), res, () => undefined)
    return true
  }

  return (req, res) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      res.writeHead(405, { ...headersFor('/'), Allow: 'GET, HEAD' }).end()
      return
    }
    const path = pathOf(req.url ?? '/')
    if (path === null) return sendNotFound(req, res, '/')
    const query = /\?.*$/.exec(req.url ?? '')?.[0] ?? ''
    if (base !== '' && (path === '/' || path === base)) return redirect(res, 307, `${base}/${query}`)
    if (!path.startsWith(`${base}/`)) return sendNotFound(req, res, path)

    const local = path.slice(base.length)
    const name = local.endsWith('/') ? `${local}index.html` : local
    const file = files.get(name)
    if (file === undefined) {
      if (files.has(`${local}/index.html`)) return redirect(res, 308, `${encodeURI(path)}/${query}`)
      return sendNotFound(req, res, local)
    }
    for (const [header, value] of Object.entries(headersFor(name))) res.setHeader(header, value)
    // A GET alone has ranges, and If-Range may always be answered by the whole file (RFC 9110, 13.1.5 and 14.2).
    if (req.method === 'GET' && req.headers['if-range'] === undefined && sendRange(req, res, file)) return
    delete req.headers.range
    res.setHeader('Accept-Ranges', 'bytes')
    req.url = encodeURI(name)
    serve(req, res, () => sendNotFound(req, res, local))
  }
}

/**
 * Serves a folder. Without a host, both loopback addresses are bound: "localhost" is one or the other.
 * @param {{ folder: string, base?: string, port: number, host?: string | undefined }} options port 0 takes a free one
 * @returns {Promise<{ port: number, address: string, close: () => Promise<void> }>}
 * @throws Error with `code` EADDRINUSE when the port is taken
 */
export async function startServer({ folder, base = '', port, host }) {
  const handler = siteHandler({ folder, base })
  const first = await listen(handler, port, host ?? '127.0.0.1')
  const servers = [first.server]
  if (host === undefined) {
    try {
      servers.push((await listen(handler, first.port, '::1')).server)
    } catch (error) {
      // A machine without IPv6 is served by IPv4 alone.
      const { code } = /** @type {NodeJS.ErrnoException} */ (error)
      if (code === 'EADDRINUSE') {
        first.server.close()
        throw error
      }
    }
  }
  return {
    port: first.port,
    address: `http://${host ?? 'localhost'}:${first.port}${base}/`,
    close: async () => {
      await Promise.all(
        servers.map((server) => {
          server.closeAllConnections()
          return new Promise((done) => server.close(done))
        })
      )
    }
  }
}

/**
 * @param {(req: Request, res: Response) => void} handler
 * @param {number} port
 * @param {string} host
 * @returns {Promise<{ server: import('node:http').Server, port: number }>}
 */
function listen(handler, port, host) {
  const server = createServer(handler)
  return new Promise((done, fail) => {
    server.once('error', fail)
    server.listen(port, host, () => {
      const bound = server.address()
      done({ server, port: typeof bound === 'object' && bound !== null ? bound.port : port })
    })
  })
}
