// What does the worker answer: the network's word, or the copy on this device?

import type { Store } from './store.ts'
import { keyOf, type Treatment } from './treatment.ts'

/** ms that a network may take when there is a copy: a line that is up and answers nothing must not hold a page. */
const PATIENCE_MS = 4000

export interface Means {
  store: Store
  fetch: (request: Request) => Promise<Response>
  /** Keeps the worker alive until this is done. */
  later: (work: Promise<unknown>) => void
  /** Address of the page that says that nothing is kept. */
  offlinePage: string
  patienceMs?: number
}

/** @throws TypeError as `fetch` does, when neither the network nor this device has an answer. */
export async function answer(request: Request, treatment: Treatment, means: Means): Promise<Response> {
  const key = keyOf(request.url, treatment)
  if (treatment === 'sealed') return (await means.store.find(key)) ?? ask(request, key, means)
  const asked = ask(request, key, means)
  // Looked at again below: until then a refusal is nobody's.
  asked.catch(() => {})
  const copy = await means.store.find(key)
  try {
    if (copy === undefined) return await asked
    const online = await inTime(asked, means.patienceMs ?? PATIENCE_MS)
    return online === null || online.status >= 500 ? copy : online
  } catch (error) {
    if (copy !== undefined) return copy
    if (treatment !== 'page') throw error
    return withoutCopy(request.url, means, error)
  }
}

async function ask(request: Request, key: string, { store, fetch, later }: Means): Promise<Response> {
  const response = await fetch(request)
  // A download that the reader cancels ends the copy too, and that is no fault.
  later(store.put(key, response.clone()).catch(() => {}))
  return response
}

/** null when it takes longer. */
async function inTime(asked: Promise<Response>, ms: number): Promise<Response | null> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<null>((resolve) => (timer = setTimeout(resolve, ms, null)))
  try {
    return await Promise.race([asked, late])
  } finally {
    clearTimeout(timer)
  }
}

/** A page that is not kept: the address without its final slash still leads to it, and any other is told so. */
async function withoutCopy(url: string, { store, offlinePage }: Means, error: unknown): Promise<Response> {
  const whole = new URL(url)
  if (!whole.pathname.endsWith('/')) {
    whole.pathname += '/'
    if ((await store.find(keyOf(whole.href, 'page'))) !== undefined) return Response.redirect(whole.href, 302)
  }
  const page = await store.find(offlinePage)
  if (page === undefined) throw error
  return new Response(page.body, { status: 503, statusText: 'Offline', headers: page.headers })
}
