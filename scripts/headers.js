// Which security headers does the site ship? One source: it feeds the build (the CSP written into
// each page), our own server and, later, the configuration files of the hosts.

/** CSP that SvelteKit writes as a <meta> with the hashes of its own inline scripts. */
export const pageCsp = {
  'default-src': ['none'],
  'script-src': ['self', 'wasm-unsafe-eval'],
  'style-src': ['self'],
  'img-src': ['self', 'data:', 'blob:'],
  'font-src': ['self'],
  'connect-src': ['self'],
  'worker-src': ['self'],
  'manifest-src': ['self'],
  'base-uri': ['none'],
  'form-action': ['self'],
  'object-src': ['none']
}
