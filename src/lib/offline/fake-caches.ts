// A CacheStorage in memory, for the tests: it holds, it is full, or it refuses.

export type Mood = 'good' | 'full' | 'refused'

/** Only what Store calls. */
export function fakeCaches(mood: Mood = 'good'): {
  caches: CacheStorage
  kept: Map<string, Map<string, Response>>
} {
  const kept = new Map<string, Map<string, Response>>()
  const refuse = <T>(work: () => T): Promise<T> =>
    mood === 'refused'
      ? Promise.reject(new DOMException('refused', 'SecurityError'))
      : Promise.resolve(work())
  const caches = {
    keys: () => refuse(() => [...kept.keys()]),
    has: (name: string) => refuse(() => kept.has(name)),
    delete: (name: string) => refuse(() => kept.delete(name)),
    match: (key: string, { cacheName }: { cacheName: string }) =>
      refuse(() => kept.get(cacheName)?.get(key)?.clone()),
    open: (name: string) =>
      refuse(() => {
        const cache = kept.get(name) ?? new Map<string, Response>()
        kept.set(name, cache)
        return {
          keys: () => Promise.resolve([...cache.keys()].map((url) => ({ url }))),
          put: (key: string, response: Response) => {
            if (mood === 'full') return Promise.reject(new DOMException('full', 'QuotaExceededError'))
            cache.set(key, response)
            return Promise.resolve()
          }
        }
      })
  }
  return { caches: caches as unknown as CacheStorage, kept }
}

/** An answer as the network of the site gives it: Node makes all of them of type "default". */
export function siteAnswer(body: string, status = 200): Response {
  const response = new Response(body, { status })
  Object.defineProperty(response, 'type', { value: 'basic' })
  const clone = response.clone.bind(response)
  response.clone = () => Object.defineProperty(clone(), 'type', { value: 'basic' })
  return response
}
