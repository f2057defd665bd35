// How does the site open without a network? What was read, the sections and the fiches are kept; the rooms of it are lib/offline.

import { base, version } from '$service-worker'
import { answer } from './lib/offline/answer.ts'
import { Keeper } from './lib/offline/keep.ts'
import { readMessage } from './lib/offline/messages.ts'
import { Store } from './lib/offline/store.ts'
import { treatmentOf } from './lib/offline/treatment.ts'

interface Lasting extends Event {
  waitUntil: (work: Promise<unknown>) => void
}

/** The part of a worker's world that is used here: TypeScript has one library for pages and another for workers. */
interface WorkerWorld {
  location: Location
  skipWaiting: () => Promise<void>
  clients: { claim: () => Promise<void> }
  addEventListener: ((type: 'install' | 'activate', listener: (event: Lasting) => void) => void) &
    ((type: 'message', listener: (event: Lasting & MessageEvent) => void) => void) &
    ((
      type: 'fetch',
      listener: (
        event: Lasting & { request: Request; respondWith: (response: Promise<Response>) => void }
      ) => void
    ) => void)
}

const world = self as unknown as WorkerWorld
const { origin } = world.location
const store = new Store(() => caches, base, version)
const keeper = new Keeper(store, (url, init) => fetch(url, init), { origin, base })

world.addEventListener('install', (event) => {
  // At once: nothing in an open page depends on which worker is there, and its own files are kept for it.
  event.waitUntil(Promise.all([keeper.first(), world.skipWaiting()]))
})

world.addEventListener('activate', (event) => {
  // The page of the first visit too: what it uses from now on, the engine included, is kept as it comes.
  event.waitUntil(Promise.all([store.forget(), world.clients.claim()]))
})

world.addEventListener('message', (event) => {
  const message = readMessage(event.data)
  if (message?.type === 'seen') event.waitUntil(keeper.seen(message.page, message.files))
  if (message?.type === 'rest') event.waitUntil(keeper.rest())
})

world.addEventListener('fetch', (event) => {
  const { request } = event
  const { method, url, mode } = request
  const treatment = treatmentOf({ method, url, mode, range: request.headers.has('range') }, origin, base)
  if (treatment === 'pass') return
  event.respondWith(
    answer(request, treatment, {
      store,
      fetch: (asked) => fetch(asked),
      later: (work) => event.waitUntil(work),
      offlinePage: `${origin}${base}/hors-ligne/`
    })
  )
})
