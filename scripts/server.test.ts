import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request, type IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compress } from './compress.js'
import { startServer } from './server.js'

const page = `<!doctype html><title>Accueil</title>${'<p>un deux trois</p>'.repeat(200)}`
const bytes = Buffer.from(Array.from({ length: 5000 }, (_, i) => i % 251))
let folder: string
let site: Awaited<ReturnType<typeof startServer>>
let based: Awaited<ReturnType<typeof startServer>>

beforeAll(async () => {
  const parent = mkdtempSync(join(tmpdir(), 'site-'))
  folder = join(parent, 'build')
  const put = (path: string, content: string | Buffer) => {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  writeFileSync(join(parent, 'secret.txt'), 'secret')
  put('index.html', page)
  put('404.html', '<!doctype html><title>Introuvable</title>')
  put('territoires/index.html', '<title>Territoires</title>')
  put('embed/produit/index.html', '<title>Produit</title>')
  put('data/observations.parquet', bytes)
  put('data/été.csv', 'a;b\n')
  put('_app/immutable/app.abc.js', `export const text = '${'x'.repeat(2000)}'`)
  put('engine.wasm', bytes)
  put('_headers', '/*\n')
  put('.htaccess', 'DirectoryIndex index.html\n')
  await compress(folder, join(parent, 'cache'))
  site = await startServer({ folder, port: 0, host: '127.0.0.1' })
  based = await startServer({ folder, base: '/optima', port: 0, host: '127.0.0.1' })
})

afterAll(async () => {
  await Promise.all([site.close(), based.close()])
  rmSync(join(folder, '..'), { recursive: true })
})

interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
}

/** Sends the path as it is written: `fetch` would fold its dots first. */
function ask(
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
  port = site.port
): Promise<Answer> {
  return new Promise((done, fail) => {
    const req = request({ host: '127.0.0.1', port, path, headers, method }, (res) => {
      const chunks: Buffer[] = []
      res.on('data', (chunk: Buffer) => chunks.push(chunk))
      res.on('end', () => {
        done({ status: res.statusCode ?? 0, headers: res.headers, body: Buffer.concat(chunks) })
      })
    })
    req.on('error', fail)
    req.end()
  })
}

describe('a page', () => {
  it('is served with its type, its policy and an ETag', async () => {
    const { status, headers, body } = await ask('/')
    expect(status).toBe(200)
    expect(body.toString()).toBe(page)
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "frame-ancestors 'none'",
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff'
    })
    expect((await ask('/', { 'If-None-Match': headers.etag ?? '' })).status).toBe(304)
  })

  it('may be framed under /embed/', async () => {
    const { headers } = await ask('/embed/produit/?theme=dark')
    expect(headers['content-security-policy']).toBe('frame-ancestors *')
  })

  it('has its slash added, and keeps its query', async () => {
    const { status, headers } = await ask('/territoires?t=rennes')
    expect([status, headers.location]).toEqual([308, '/territoires/?t=rennes'])
  })

  it('has a HEAD without a body', async () => {
    const { status, headers, body } = await ask('/', {}, 'HEAD')
    expect([status, body.length, headers['content-length']]).toEqual([200, 0, String(page.length)])
  })

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('refuses %s', async (method) => {
    const { status, headers } = await ask('/', {}, method)
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD'])
  })
})

describe('compression', () => {
  it('is brotli, gzip or none, as the reader asks', async () => {
    const [br, gzip, none] = await Promise.all([
      ask('/', { 'Accept-Encoding': 'gzip, deflate, br' }),
      ask('/', { 'Accept-Encoding': 'gzip' }),
      ask('/')
    ])
    expect([br.headers['content-encoding'], brotliDecompressSync(br.body).toString()]).toEqual(['br', page])
    expect([gzip.headers['content-encoding'], gunzipSync(gzip.body).toString()]).toEqual(['gzip', page])
    expect(none.headers['content-encoding']).toBeUndefined()
    expect(br.headers.vary).toBe('Accept-Encoding')
    expect(br.headers['content-type']).toBe('text/html; charset=utf-8')
  })

  it('leaves Parquet as it is', async () => {
    const { headers, body } = await ask('/data/observations.parquet', { 'Accept-Encoding': 'br, gzip' })
    expect(headers['content-encoding']).toBeUndefined()
    expect(headers['content-type']).toBe('application/vnd.apache.parquet')
    expect(body.equals(bytes)).toBe(true)
  })

  it('does not make addresses of the compressed files', async () => {
    expect((await ask('/index.html.br')).status).toBe(404)
  })

  it.each(['/_headers', '/.htaccess'])('does not make an address of %s', async (path) => {
    expect((await ask(path)).status).toBe(404)
  })
})

describe('byte ranges', () => {
  const file = '/data/observations.parquet'

  it.each([
    ['bytes=0-0', 0, 0],
    ['bytes=100-199', 100, 199],
    ['bytes=4990-', 4990, 4999],
    ['bytes=-8', 4992, 4999],
    ['bytes=4990-9999', 4990, 4999]
  ])('%s', async (Range, start, end) => {
    const { status, headers, body } = await ask(file, { Range, 'Accept-Encoding': 'br, gzip' })
    expect([status, headers['content-range']]).toEqual([206, `bytes ${start}-${end}/5000`])
    expect(headers['content-type']).toBe('application/vnd.apache.parquet')
    expect(body.equals(bytes.subarray(start, end + 1))).toBe(true)
  })

  it('are of the file itself, never of its compressed form', async () => {
    const { status, headers, body } = await ask('/', { Range: 'bytes=0-14', 'Accept-Encoding': 'br' })
    expect([status, headers['content-encoding'], body.toString()]).toEqual([
      206,
      undefined,
      '<!doctype html>'
    ])
  })

  it('past the end are refused with the size', async () => {
    const { status, headers } = await ask(file, { Range: 'bytes=5000-' })
    expect([status, headers['content-range']]).toEqual([416, 'bytes */5000'])
  })

  it('that make no sense, several, or of an older version get the whole file', async () => {
    const asked: Record<string, string>[] = [
      { Range: 'bytes=9-0' },
      { Range: 'bytes=0-1,4-5' },
      { Range: 'bytes=0-1', 'If-Range': '"old"' }
    ]
    for (const headers of asked) {
      const { status, body } = await ask(file, headers)
      expect([status, body.length]).toEqual([200, 5000])
    }
  })
})

describe('what is not there', () => {
  it.each(['/nothing', '/nothing/', '/nothing.js', '/embed/nothing/', '/404/', '/%', '/%ff', '/a%00b'])(
    '%s is the 404 page',
    async (path) => {
      const { status, headers, body } = await ask(path)
      expect(status).toBe(404)
      expect(headers['content-type']).toBe('text/html; charset=utf-8')
      expect(body.toString()).toContain('Introuvable')
    }
  )

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/..\\secret.txt',
    '/..%5csecret.txt',
    '//secret.txt',
    '/data/../../secret.txt',
    `/${'../'.repeat(20)}etc/passwd`
  ])('nothing outside of the folder: %s', async (path) => {
    const { status, body } = await ask(path)
    expect(status).toBe(404)
    expect(body.toString()).not.toMatch(/secret|root:/)
  })

  it.each(['//evil.example/', '//evil.example', '/\\evil.example'])(
    'no redirection away: %s',
    async (path) => {
      const { status, headers } = await ask(path)
      expect([status, headers.location]).toEqual([404, undefined])
    }
  )
})

describe('names and caches', () => {
  it('decodes names', async () => {
    const { status, headers } = await ask(`/data/${encodeURIComponent('été.csv')}`)
    expect([status, headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8'])
  })

  it('keeps hashed files for ever', async () => {
    const { headers } = await ask('/_app/immutable/app.abc.js')
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(headers['content-security-policy']).toContain("script-src 'self'")
  })

  it('gives wasm its type', async () => {
    expect((await ask('/engine.wasm')).headers['content-type']).toBe('application/wasm')
  })
})

describe('with a base path', () => {
  const there = (path: string) => ask(path, {}, 'GET', based.port)

  it('serves under it alone', async () => {
    expect((await there('/optima/')).body.toString()).toBe(page)
    expect((await there('/optima/territoires/')).status).toBe(200)
    expect((await there('/territoires/')).status).toBe(404)
    expect((await there('/optimate/')).status).toBe(404)
  })

  it('redirects to it', async () => {
    expect((await there('/?a=1')).headers.location).toBe('/optima/?a=1')
    expect((await there('/optima')).headers.location).toBe('/optima/')
    expect((await there('/optima/territoires')).headers.location).toBe('/optima/territoires/')
  })

  it('applies the rules to what follows it', async () => {
    const { headers } = await there('/optima/embed/produit/')
    expect(headers['content-security-policy']).toBe('frame-ancestors *')
  })
})

it('answers 300 requests at once, each in its own way: a part, Brotli, gzip or as it is', async () => {
  const data = '/data/observations.parquet'
  const decoders = [
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
    ['identity', (body: Buffer) => body]
  ] as const
  await Promise.all(
    Array.from({ length: 150 }, async (_, i) => {
      const [coding, decode] = decoders[i % decoders.length]!
      const [part, whole] = await Promise.all([
        ask(data, { Range: `bytes=${i * 20}-${i * 20 + 19}`, 'Accept-Encoding': coding }),
        ask('/', { 'Accept-Encoding': coding })
      ])
      expect([part.status, part.headers['content-encoding']]).toEqual([206, undefined])
      expect(part.body.equals(bytes.subarray(i * 20, i * 20 + 20)), `part ${i}`).toBe(true)
      expect(whole.headers['content-encoding'] ?? 'identity').toBe(coding)
      expect(decode(whole.body).toString(), `page ${i}`).toBe(page)
    })
  )
})

it('says that a port is taken', async () => {
  await expect(startServer({ folder, port: site.port, host: '127.0.0.1' })).rejects.toMatchObject({
    code: 'EADDRINUSE'
  })
})
