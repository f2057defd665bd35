// When does a page start the service worker, and what does it tell it? After the first view, in a quiet moment.

import type { Message } from './messages.ts'

export interface Registration {
  /** Address of the worker. */
  script: string
  /** What it may answer for: the base path with its final slash. */
  scope: string
  /** Is the line good enough for pages that were not asked for, 1.6 MB? */
  good: boolean
}

/** ms of a quiet page before what was not asked for is fetched: the living map comes first. */
const CALM_MS = 4000

/** Registers once the page is loaded and idle; a browser that has no workers or refuses this one reads on as before. */
export function registerLate({ script, scope, good }: Registration): void {
  if (!('serviceWorker' in navigator)) return
  const start = async (): Promise<void> => {
    try {
      await navigator.serviceWorker.register(script, { scope })
      const { active } = await navigator.serviceWorker.ready
      const tell = (message: Message): void => active?.postMessage(message)
      tell({ type: 'seen', page: location.href, files: loadedFiles() })
      if (good) setTimeout(tell, CALM_MS, { type: 'rest' })
    } catch {
      // Private windows, full disks, policies of a company: the site needs a network there, and nothing else.
    }
  }
  const idle = (): void => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => void start(), { timeout: 5000 })
    else setTimeout(() => void start(), 1500)
  }
  if (document.readyState === 'complete') idle()
  else addEventListener('load', idle, { once: true })
}

/** Whatever this page has fetched of its own site. */
function loadedFiles(): string[] {
  const urls = performance.getEntriesByType('resource').map(({ name }) => name)
  return [...new Set(urls.filter((url) => url.startsWith(`${location.origin}/`)))].slice(0, 400)
}
