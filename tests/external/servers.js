// Do nginx and Apache, told by the files of the build, answer as our own server does: headers, twins, ranges, frames?
import assert from 'node:assert/strict'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, request } from 'node:http'
import { dirname, join, resolve } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { chromium } from '@playwright/test'
import { findBrowser } from '../../scripts/browser.js'
import { basePath, buildFolder, buildSite } from '../../scripts/build.js'
import { ensureCommands, extractDebian } from '../../scripts/debian.js'
import { headersFor, notFoundFile } from '../../scripts/headers.js'
import { command, Failure, run } from '../../scripts/run.js'
import { startServer } from '../../scripts/server.js'
import { writeHeaders } from '../../scripts/write-headers.js'
import { answers, freePort, startProcess, temporaryFolder, waitFor } from './support/process.js'
import { linkTree } from './support/site-copy.js'

const ROOT = process.getuid?.() === 0
const BASE = '/chiffres'
const MODULES = '/usr/lib/apache2/modules'
/** What the hosts of associations have at least; without `filter`, `deflate` or `negotiation`. */
const APACHE = ['mpm_event', 'authz_core', 'dir', 'mime', 'headers', 'rewrite', 'alias']

/**
 * @typedef {object} Served
 * @property {string} name
 * @property {string} origin
 * @property {string} base
 * @property {string} folder of the build
 * @property {readonly ('br' | 'gzip')[]} encodings
 * @property {() => Promise<void>} stop
 */

/**
 * @param {string} url @param {Record<string, string>} [headers] @param {string} [method]
 * @returns {Promise<{ status: number, headers: import('node:http').IncomingHttpHeaders, body: Buffer }>}
 */
function ask(url, headers = {}, method = 'GET') {
  return new Promise((done, fail) => {
    request(url, { headers, method }, (answer) => {
      /** @type {Buffer[]} */
      const parts = []
      answer.on('data', (/** @type {Buffer} */ part) => parts.push(part))
      answer.on('end', () => {
        done({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) })
      })
    })
      .once('error', fail)
      .end()
  })
}

/** @param {string} text @param {readonly (readonly [string, string])[]} changes each found once */
function adapt(text, changes) {
  return changes.reduce((now, [from, to]) => {
    assert.equal(now.split(from).length, 2, `${from} is not once in the file`)
    return now.replace(from, to)
  }, text)
}

/**
 * @param {{ packages: string, folder: string, base: string, site: string }} options site: folder of the build
 * @returns {Promise<Served>}
 */
async function startNginx({ packages, folder, base, site }) {
  const port = await freePort()
  const program = join(packages, 'usr/sbin/nginx')
  const module = join(packages, 'usr/lib/nginx/modules/ngx_http_brotli_static_module.so')
  const text = readFileSync(writeHeaders(site, base, 'http://localhost'), 'utf8').replaceAll(
    '/var/www/chiffres',
    site
  )
  const config = join(folder, 'nginx.conf')
  /** @param {boolean} brotli */
  const write = (brotli) => {
    writeFileSync(
      join(folder, 'site.conf'),
      adapt(text, [
        ['listen 80;', `listen 127.0.0.1:${port};`],
        ['# brotli_static on;', brotli ? 'brotli_static on;' : '']
      ])
    )
    writeFileSync(
      config,
      `${ROOT ? 'user www-data;\n' : ''}${brotli ? `load_module ${module};\n` : ''}daemon off;
pid ${folder}/nginx.pid;
error_log stderr;
events {}
http {
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
  include ${folder}/site.conf;
}
`
    )
  }
  write(true)
  const brotli = existsSync(module) && (await run(program, ['-t', '-q', '-c', config], { quiet: true })) === 0
  if (!brotli) write(false)
  const nginx = startProcess(program, ['-c', config], { log: join(folder, 'nginx.log') })
  const origin = `http://localhost:${port}`
  await waitFor('nginx', nginx, () => answers(`http://127.0.0.1:${port}/`))
  return {
    name: `nginx${base}`,
    origin,
    base,
    folder: site,
    encodings: brotli ? ['br', 'gzip'] : ['gzip'],
    stop: nginx.stop
  }
}

/**
 * @param {{ folder: string, base: string, site: string }} options
 * @returns {Promise<Served>}
 */
async function startApache({ folder, base, site }) {
  const port = await freePort()
  writeHeaders(site, base, 'http://localhost')
  const config = join(folder, 'apache.conf')
  // The traps that Debian and others lay: .gz is an archive, .br a language.
  writeFileSync(
    config,
    `ServerRoot ${folder}
ServerName localhost
Listen 127.0.0.1:${port}
PidFile ${folder}/apache.pid
ErrorLog ${folder}/apache-error.log
DefaultRuntimeDir ${folder}
${APACHE.map((name) => `LoadModule ${name}_module ${MODULES}/mod_${name}.so`).join('\n')}
${ROOT ? 'User www-data\nGroup www-data\n' : ''}TypesConfig /dev/null
AddType application/x-gzip .gz
AddLanguage br .br
DocumentRoot ${base === '' ? site : dirname(site)}
<Directory ${site}>
  AllowOverride FileInfo Indexes
  Require all granted
</Directory>
`
  )
  const apache = startProcess('apache2', ['-f', config, '-D', 'FOREGROUND'], {
    log: join(folder, 'apache.log')
  })
  await waitFor('Apache', apache, () => answers(`http://127.0.0.1:${port}${base}/`))
  const origin = `http://localhost:${port}`
  return { name: `Apache${base}`, origin, base, folder: site, encodings: ['br', 'gzip'], stop: apache.stop }
}

/** The first file of a folder of the build with this ending, as an address. @param {string} folder @param {string} under @param {RegExp} ending */
function firstOf(folder, under, ending) {
  const found = readdirSync(join(folder, under), { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .sort()[0]
  assert.ok(found !== undefined, `no ${ending.source} in ${under}`)
  return `${under}/${found}`
}

/** @param {string} folder of the build @returns {string[]} one address a kind */
function addresses(folder) {
  const frozen = firstOf(folder, '/v', /\/embed\/[^/]+\/index\.html$/).replace(/index\.html$/, '')
  return [
    '/',
    '/index.html',
    '/404.html',
    '/figures/produit/',
    '/figures/actes/rennes/',
    '/territoires/orvault/',
    '/territoires/orvault/fiche.html',
    '/integrer/',
    '/embed/produit/',
    '/embed/territoires/orvault/',
    '/embed/404.html',
    frozen,
    frozen.replace('/embed/', '/figures/'),
    '/embed.js',
    '/theme.js',
    firstOf(folder, '/_app/immutable/entry', /\.js$/),
    firstOf(folder, '/_app/immutable', /worker.*\.js$/),
    firstOf(folder, '/_app/immutable', /\.css$/),
    firstOf(folder, '/_app/immutable', /\.woff2$/),
    firstOf(folder, '/_app/immutable', /\.wasm$/),
    '/_app/version.json',
    '/data/observations.parquet',
    '/data/manifest.json',
    firstOf(folder, '/data', /\.csv$/),
    '/figures/produit/figure.svg',
    '/figures/produit/donnees.csv',
    '/oembed/figures/produit.json',
    '/figures.json',
    '/favicon.svg',
    '/sitemap.xml'
  ]
}

/** @param {Served} served @param {string} path @param {Awaited<ReturnType<typeof ask>>} answer @param {string} as whose headers */
function assertHeaders({ name }, path, answer, as) {
  for (const [header, value] of Object.entries(headersFor(as)))
    assert.equal(answer.headers[header.toLowerCase()], value, `${name} ${path}: ${header}`)
  for (const header of ['access-control-allow-origin', 'content-security-policy'])
    if (!Object.keys(headersFor(as)).some((one) => one.toLowerCase() === header))
      assert.equal(answer.headers[header], undefined, `${name} ${path}: ${header}`)
}

/** @param {Served} served */
async function files(served) {
  const { name, origin, base, folder, encodings } = served
  let compressed = 0
  const paths = addresses(folder)
  for (const path of paths) {
    const url = `${origin}${base}${path}`
    const file = path.endsWith('/') ? `${path}index.html` : path
    const content = readFileSync(join(folder, file))
    const plain = await ask(url)
    assert.equal(plain.status, 200, `${name} ${path}`)
    assertHeaders(served, path, plain, file)
    assert.ok(plain.headers['content-type'] !== undefined, `${name} ${path}: no type`)
    assert.equal(plain.headers['content-encoding'], undefined, `${name} ${path}: compressed unasked`)
    assert.ok(plain.body.equals(content), `${name} ${path}: another content`)
    assert.equal((await ask(url, {}, 'HEAD')).status, 200)
    for (const encoding of encodings) {
      const twin = existsSync(join(folder, `${file}.${encoding === 'br' ? 'br' : 'gz'}`))
      const answer = await ask(url, { 'Accept-Encoding': encoding })
      assertHeaders(served, path, answer, file)
      assert.equal(
        answer.headers['content-encoding'],
        twin ? encoding : undefined,
        `${name} ${path}: ${encoding}`
      )
      if (!twin) continue
      assert.match(answer.headers.vary ?? '', /^accept-encoding$/i, `${name} ${path}: Vary`)
      assert.match(
        plain.headers.vary ?? '',
        /^accept-encoding$/i,
        `${name} ${path}: Vary of what is not compressed`
      )
      assert.equal(answer.headers['content-language'], undefined)
      const unpack = encoding === 'br' ? brotliDecompressSync : gunzipSync
      assert.ok(unpack(answer.body).equals(content), `${name} ${path}: another content in ${encoding}`)
      compressed += 1
    }
    const tag = plain.headers.etag ?? ''
    assert.equal(
      (await ask(url, { 'If-None-Match': tag })).status,
      304,
      `${name} ${path}: asked again, sent again`
    )
  }
  console.log(
    `  ${name}: ${paths.length} addresses with our headers, ${compressed} twins (${encodings.join(', ')})`
  )
}

/** @param {Served} served */
async function ranges(served) {
  const path = '/data/observations.parquet'
  const url = `${served.origin}${served.base}${path}`
  const content = readFileSync(join(served.folder, path))
  const answer = await ask(url, { Range: 'bytes=4-99', 'Accept-Encoding': 'br, gzip' })
  assert.equal(answer.status, 206)
  assert.equal(answer.headers['content-range'], `bytes 4-99/${content.length}`)
  assert.ok(answer.body.equals(content.subarray(4, 100)))
  assertHeaders(served, path, answer, path)
  const last = await ask(url, { Range: 'bytes=-8' })
  assert.ok(last.body.equals(content.subarray(-8)))
  assert.equal((await ask(url, { Range: `bytes=${content.length}-` })).status, 416)
}

/** @param {Served} served */
async function lost(served) {
  const { origin, base, folder, name } = served
  for (const path of [
    '/nulle-part',
    '/nulle-part/',
    '/figures/nulle-part/',
    '/data/',
    '/_app/',
    '/nulle-part.js',
    '/data/nulle-part.parquet',
    '/embed/nulle-part/',
    '/embed/produit/nulle-part/',
    '/_headers',
    '/.htaccess',
    '/figures.json.br',
    '/index.html.gz'
  ]) {
    for (const headers of [{}, { 'Accept-Encoding': 'br, gzip' }]) {
      const answer = await ask(`${origin}${base}/`.slice(0, -1) + path, headers)
      assert.equal(answer.status, 404, `${name} ${path}`)
      assertHeaders(served, path, answer, notFoundFile(path))
      const encoding = answer.headers['content-encoding']
      const unpack =
        encoding === 'br'
          ? brotliDecompressSync
          : encoding === 'gzip'
            ? gunzipSync
            : (/** @type {Buffer} */ body) => body
      const page = readFileSync(join(folder, notFoundFile(path)))
      assert.ok(unpack(answer.body).equals(page), `${name} ${path}: not our page for lost readers`)
    }
  }
  const near = await ask(`${origin}${base}/figures/produit`)
  assert.ok([301, 308].includes(near.status), `${name}: no slash at the end gives ${near.status}`)
  assert.equal(new URL(near.headers.location ?? '', origin).href, `${origin}${base}/figures/produit/`)
}

/**
 * The page with its engine, an embed on the page of somebody else, and our page there.
 * @param {Served} served @param {import('@playwright/test').Browser} browser
 */
async function inBrowser({ name, origin }, browser) {
  const page = await browser.newPage()
  /** @type {string[]} */
  const errors = []
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  await page.goto(`${origin}/?territoire=nantes`)
  await page.waitForFunction(
    () => {
      const drawn = performance.getEntriesByName('filter:painted').at(-1)
      return drawn instanceof PerformanceMark && drawn.detail === 'territoire=nantes'
    },
    null,
    { timeout: 60_000 }
  )
  assert.ok(
    await page.evaluate(() =>
      performance.getEntriesByType('resource').some((one) => one.name.endsWith('.wasm'))
    ),
    'the engine was not asked for: its worker proves nothing'
  )
  await page.goto(`${origin}/figures/produit/`)
  await page.waitForLoadState('networkidle')
  assert.equal(errors.join('\n'), '', `${name}: errors and violations of our pages`)

  const port = await freePort()
  const frames = ['/embed/produit/', '/', '/figures/produit/', '/404.html', '/figures/produit/figure.svg']
  const html = `<!doctype html><title>Ailleurs</title>${frames
    .map((path) => `<iframe sandbox="allow-scripts" src="${origin}${path}"></iframe>`)
    .join('')}`
  const foreign = createServer((_, res) => res.setHeader('Content-Type', 'text/html').end(html))
  await new Promise((done) => foreign.listen(port, '127.0.0.1', () => done(undefined)))
  try {
    await page.goto(`http://127.0.0.1:${port}/`)
    await page.waitForLoadState('networkidle')
    const [embed, ...others] = await page.locator('iframe').elementHandles()
    const figure = await embed?.contentFrame()
    assert.ok(((await figure?.locator('[data-embed]').boundingBox())?.height ?? 0) > 100, `${name}: no embed`)
    for (const [i, handle] of others.entries()) {
      const frame = await handle.contentFrame()
      assert.match(frame?.url() ?? '', /^chrome-error:/, `${name}: ${frames[i + 1]} is framed elsewhere`)
    }
    const violations = errors.filter((text) => !text.includes('frame-ancestors'))
    assert.equal(violations.join('\n'), '', `${name}: errors of the embed`)
    assert.equal(errors.length, others.length, `${name}: ${errors.join('\n')}`)
  } finally {
    foreign.closeAllConnections()
    foreign.close()
    await page.close()
  }
  console.log(`  ${name}: pages and engine without a violation; framed elsewhere: the embed, nothing else`)
}

await command(async () => {
  const missing = await ensureCommands({ apache2: 'apache2-bin' })
  if (missing.length > 0) throw new Failure(`Missing: ${missing.join(', ')}`)
  await buildSite({ ifStale: true })
  if (basePath() !== '') throw new Failure('This test puts a base path of its own: build without one.')
  const build = buildFolder()
  const folder = temporaryFolder('servers')
  // Both servers leave root behind, and must still read.
  chmodSync(folder, 0o755)
  const packages = join(folder, 'packages')
  mkdirSync(packages)
  // Extracted: installed, nginx would bring a service, and its module a configuration.
  if (!(await extractDebian(['nginx', 'libnginx-mod-http-brotli-static'], packages)))
    throw new Failure('The package nginx could not be had.')

  const found = await findBrowser()
  const browser = await chromium.launch({
    ...(found === null ? {} : { executablePath: found.path }),
    args: ROOT ? ['--no-sandbox'] : []
  })
  try {
    const own = await startServer({ folder: build, port: await freePort(), host: '127.0.0.1' })
    const ours = {
      name: 'ours',
      origin: `http://127.0.0.1:${own.port}`,
      base: '',
      folder: build,
      stop: own.close
    }
    await trial({ ...ours, encodings: ['br', 'gzip'] }, browser)
    for (const base of ['', BASE]) {
      const site = join(folder, base === '' ? 'site' : `based${BASE}`)
      linkTree(build, site)
      await trial(await startNginx({ packages, folder, base, site }), browser)
      await trial(await startApache({ folder, base, site }), browser)
    }
    for (const name of ['_headers', '.htaccess'])
      assert.equal(
        readFileSync(join(folder, 'site', name), 'utf8'),
        readFileSync(join(build, name), 'utf8'),
        `${name} of the build is not the one that was proved`
      )
    assert.ok(existsSync(`${resolve(build)}-deploy/nginx.conf`))
  } finally {
    await browser.close()
  }
})

/** @param {Served} served @param {import('@playwright/test').Browser} browser */
async function trial(served, browser) {
  try {
    await files(served)
    await ranges(served)
    await lost(served)
    // Its links know no base path: the pages of this build are tried at the root alone.
    if (served.base === '') await inBrowser(served, browser)
  } finally {
    await served.stop()
  }
}
