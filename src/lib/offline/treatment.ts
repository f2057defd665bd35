// How does the service worker answer a request: from what is kept, from the network first, or not at all?

/**
 * `pass`: the browser does as without a worker, and nothing is kept. `sealed`: its address names its content, so a kept copy
 * is the file. `page`, `file`: the network first, what is kept when it does not answer.
 */
export type Treatment = 'pass' | 'sealed' | 'page' | 'file'

/** Of a request, what decides. */
export interface Asked {
  method: string
  url: string
  mode: string
  /** Does it ask for a part of a file? */
  range: boolean
}

/**
 * Never kept: embeds and what WordPress is told belong to other people's pages; the version online and the worker itself are
 * asked to know of a change; images to share and the one-file fiches are taken away, not read here.
 */
const NEVER =
  /^\/(embed(\/|$)|v\/[^/]+\/embed(\/|$)|oembed\/|service-worker\.js$|_app\/version\.json$)|\/partage\.png$|\.html$/

/** Path without the base path; null for what is not of this site. `base` is '' or '/name', `origin` without final slash. */
export function localPath(url: string, origin: string, base: string): string | null {
  if (!URL.canParse(url)) return null
  const { origin: from, pathname } = new URL(url)
  return from === origin && pathname.startsWith(`${base}/`) ? pathname.slice(base.length) : null
}

/** The one treatment of a request. */
export function treatmentOf({ method, url, mode, range }: Asked, origin: string, base: string): Treatment {
  const path = localPath(url, origin, base)
  if (path === null || method !== 'GET' || range || NEVER.test(path)) return 'pass'
  if (path.startsWith('/_app/immutable/')) return 'sealed'
  // The tables of the engine carry their own sum in the query.
  if (path.startsWith('/data/') && new URL(url).searchParams.has('v')) return 'sealed'
  return mode === 'navigate' ? 'page' : 'file'
}

/** Under which address an answer is kept: the query of a page chooses what its script shows, never what the host sends. */
export function keyOf(url: string, treatment: Treatment): string {
  const address = new URL(url)
  address.hash = ''
  if (treatment !== 'sealed') address.search = ''
  return address.href
}
