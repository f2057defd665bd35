// Which headers does each response of the site carry? One source: it feeds the build (the CSP written
// into each page), our own server and the configuration files of the hosts (scripts/write-headers.js).

/**
 * CSP that SvelteKit writes as a <meta> with the hashes of its own inline scripts.
 * @satisfies {NonNullable<NonNullable<import('@sveltejs/kit').KitConfig['csp']>['directives']>}
 */
export const pageCsp = {
  'default-src': ['none'],
  'script-src': ['self', 'wasm-unsafe-eval'],
  'style-src': ['self'],
  // The one style attribute let in: it hides the element by which SvelteKit tells screen readers of a new page.
  'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
  'img-src': ['self', 'data:', 'blob:'],
  'font-src': ['self'],
  'connect-src': ['self'],
  'worker-src': ['self'],
  // The builder of embeds shows the very frame that others will.
  'frame-src': ['self'],
  'manifest-src': ['self'],
  'base-uri': ['none'],
  'form-action': ['self'],
  'object-src': ['none']
}

// The CSP of a page does not bind a worker loaded by its address: the script's own response must say it.
const workerCsp =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'; " +
  "base-uri 'none'; form-action 'none'"

// No HSTS: whoever serves the site over https says so; on http://localhost it would lock the reader out.
const everywhere = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'
}

// An embed sandboxed without `allow-same-origin` (what WordPress does) has the origin "null": without
// these two it would be refused our fonts, modules and data. Nothing here is private and no cookie exists.
const readableFromAnywhere = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin'
}

/**
 * @typedef {object} Rule
 * @property {string} name
 * @property {RegExp} path what the address looks like, without the base path
 * @property {Record<string, string>} headers all of them, but Cache-Control and Content-Type
 */

/**
 * The first rule that matches is the only one that applies: hosts that stack their rules would send
 * `frame-ancestors 'none'` to embeds. Pages get no `script-src` here, it would override the hashes of their <meta>.
 * @type {readonly Rule[]}
 */
export const rules = [
  {
    name: 'embed',
    path: /^\/(v\/[^/]+\/)?embed\/(.*\/)?([^./]*|[^/]+\.html)$/,
    headers: {
      ...everywhere,
      'Content-Security-Policy': 'frame-ancestors *',
      'Cross-Origin-Resource-Policy': 'cross-origin'
    }
  },
  {
    name: 'page',
    path: /(\/[^./]*|\.html)$/,
    headers: {
      ...everywhere,
      'Content-Security-Policy': "frame-ancestors 'none'",
      'Cross-Origin-Resource-Policy': 'same-origin'
    }
  },
  {
    name: 'script',
    path: /\.m?js$/,
    headers: { ...everywhere, ...readableFromAnywhere, 'Content-Security-Policy': workerCsp }
  },
  {
    name: 'asset',
    path: /^/,
    headers: {
      ...everywhere,
      ...readableFromAnywhere,
      // An SVG opened on its own is a document: it may style itself, nothing more.
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
    }
  }
]

/**
 * The one rule for an address, without the base path and query.
 * @param {string} path
 * @returns {Rule}
 */
export function ruleFor(path) {
  const rule = rules.find((candidate) => candidate.path.test(path))
  if (rule === undefined) throw new Error(`no header rule for ${path}`)
  return rule
}

/**
 * Which file of the build answers an unknown address: in a frame a small one, that every page around may frame.
 * @param {string} path without the base path and query
 */
export function notFoundFile(path) {
  return /^\/(v\/[^/]+\/)?embed\//.test(path) ? '/embed/404.html' : '/404.html'
}

/**
 * Kit puts a content hash in the names of this folder; everything else is asked again each time, by ETag.
 * @param {string} path
 */
export function cacheControl(path) {
  return path.startsWith('/_app/immutable/') ? 'public, max-age=31536000, immutable' : 'no-cache'
}

/** Content types that servers get wrong, or leave without the charset that French needs. @type {Record<string, string>} */
export const contentTypes = {
  css: 'text/css; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  geojson: 'application/geo+json',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
  topojson: 'application/json',
  txt: 'text/plain; charset=utf-8',
  wasm: 'application/wasm',
  webmanifest: 'application/manifest+json'
}

/**
 * Every header that the address of a file of the build must carry, whatever the server.
 * @param {string} path without the base path and query
 * @returns {Record<string, string>}
 */
export function headersFor(path) {
  const type = contentTypes[/\.([a-z0-9]+)$/.exec(path)?.[1] ?? 'html']
  return {
    ...ruleFor(path).headers,
    'Cache-Control': cacheControl(path),
    ...(type === undefined ? {} : { 'Content-Type': type })
  }
}
