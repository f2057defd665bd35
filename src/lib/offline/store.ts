// What is kept on this device, by version of the site? Storage that is full or refused keeps nothing, and breaks nothing.

/** Answers of this version and of the one before: a page opened before a deployment still finds its own files. */
const GENERATIONS = 2

async function orElse<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work()
  } catch {
    return otherwise
  }
}

export class Store {
  readonly #caches: () => CacheStorage
  readonly #prefix: string
  readonly #name: string

  /**
   * @param caches asked each time: a browser may refuse even to name them
   * @param base base path of the site, for several sites may share one origin
   */
  constructor(caches: () => CacheStorage, base: string, version: string) {
    this.#caches = caches
    this.#prefix = `optima:${base}:`
    this.#name = this.#prefix + version
  }

  /** Names of ours, this version first, then from the newest to the oldest. */
  async #names(): Promise<string[]> {
    const names = await this.#caches().keys()
    const older = names.filter((name) => name.startsWith(this.#prefix) && name !== this.#name)
    return [this.#name, ...older.reverse()]
  }

  /** The answer kept under this address, the newest version first; undefined for none. */
  async find(key: string): Promise<Response | undefined> {
    return orElse(async () => {
      for (const name of await this.#names()) {
        // The name first: `caches.open` would make a cache that is not there.
        const found = await this.#caches().match(key, { cacheName: name, ignoreVary: true })
        if (found !== undefined) return found
      }
      return undefined
    }, undefined)
  }

  /** Is it kept by this very version? */
  async has(key: string): Promise<boolean> {
    return orElse(async () => {
      const found = await this.#caches().match(key, { cacheName: this.#name, ignoreVary: true })
      return found !== undefined
    }, false)
  }

  /** Keeps a whole, good answer of ours; whatever else, and any refusal, is let go. */
  async put(key: string, response: Response): Promise<void> {
    if (response.status !== 200 || response.redirected || response.type !== 'basic') return
    await orElse(async () => (await this.#caches().open(this.#name)).put(key, response), undefined)
  }

  /** Addresses that older versions keep and this one does not. */
  async outdated(): Promise<string[]> {
    return orElse(async () => {
      const [, ...older] = await this.#names()
      const lists = older.map(async (name) =>
        (await (await this.#caches().open(name)).keys()).map(({ url }) => url)
      )
      const all = new Set((await Promise.all(lists)).flat())
      const kept = await Promise.all([...all].map(async (url) => ((await this.has(url)) ? [] : [url])))
      return kept.flat()
    }, [])
  }

  /** Every page that is kept, of whatever version: its address and its HTML. */
  async pages(): Promise<{ url: string; html: string }[]> {
    return orElse(async () => {
      const lists = (await this.#names()).map(async (name) =>
        (await this.#caches().has(name)) ? (await this.#caches().open(name)).keys() : []
      )
      const urls = new Set((await Promise.all(lists)).flat().map(({ url }) => url))
      const pages = [...urls].filter((url) => url.endsWith('/')).sort()
      return Promise.all(
        pages.map(async (url) => ({ url, html: (await (await this.find(url))?.text()) ?? '' }))
      )
    }, [])
  }

  /** Deletes what is older than the version before this one. */
  async forget(): Promise<void> {
    await orElse(async () => {
      const names = await this.#names()
      await Promise.all(names.slice(GENERATIONS).map((name) => this.#caches().delete(name)))
    }, undefined)
  }
}
