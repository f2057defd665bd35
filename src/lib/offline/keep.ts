// How are pages kept before they are asked for? One file after the other, each once a version, and never in the way.

import { linkedUnder, neededByPage, needsOf, startsPage } from './page-needs.ts'
import type { Store } from './store.ts'
import { keyOf, type Treatment, treatmentOf } from './treatment.ts'

export interface Place {
  /** Scheme and host, without final slash. */
  origin: string
  /** '' or '/name'. */
  base: string
}

type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** Of older versions, how many pages are renewed: a reader of years must not fetch them all at each deployment. */
const MOST_RENEWED = 60

/** What every page needs and no HTML names under `_app`. */
const LOOSE = ['/favicon.svg']
/** Kept as the worker is installed: the first page, and the one that says that a page is not there. */
const FIRST = ['/', '/hors-ligne/']
/** Kept when the browser is idle on a good line: the sections, then the data, then each fiche and each whole figure. */
const SECTIONS = [
  '/territoires/',
  '/comparer/',
  '/figures/',
  '/donnees/',
  '/integrer/',
  '/methode/',
  '/plan/',
  '/accessibilite/',
  '/mentions-legales/'
]
const DATA = ['/data/manifest.json', '/data/places.json']
const LISTS = ['/territoires/', '/figures/']

export class Keeper {
  readonly #store: Store
  readonly #fetch: Fetch
  readonly #place: Place

  constructor(store: Store, fetch: Fetch, place: Place) {
    this.#store = store
    this.#fetch = fetch
    this.#place = place
  }

  #url(path: string): string {
    return `${this.#place.origin}${this.#place.base}${path}`
  }

  #treatment(url: string, mode: 'navigate' | 'cors'): Treatment {
    const { origin, base } = this.#place
    return treatmentOf({ method: 'GET', url, mode, range: false }, origin, base)
  }

  /** Keeps what the first page needs. */
  async first(): Promise<void> {
    for (const path of LOOSE) await this.file(this.#url(path))
    for (const path of FIRST) await this.page(this.#url(path))
  }

  /** Keeps the sections, the data, what the lists lead to, and anew what an older version had kept. */
  async rest(): Promise<void> {
    for (const path of SECTIONS) await this.page(this.#url(path))
    for (const path of DATA) await this.file(this.#url(path))
    await this.#tables()
    for (const path of LISTS) {
      const list = this.#url(path)
      const kept = await this.#store.find(list)
      for (const url of linkedUnder(list, (await kept?.text()) ?? '')) await this.page(url, false)
    }
    const old = (await this.#store.outdated()).filter((url) => url.endsWith('/'))
    for (const url of old.slice(0, MOST_RENEWED)) await this.page(url)
  }

  /** Keeps what a page had already loaded before the worker was there: most of it is in the browser's own cache. */
  async seen(page: string, files: readonly string[]): Promise<void> {
    await this.page(page)
    for (const url of files) await this.file(url)
  }

  /**
   * Keeps a page and what it needs. `alive`: its scripts too; a fiche or a figure is whole without, and its scripts with
   * the data that they read again would be half of its bytes.
   */
  async page(url: string, alive = true): Promise<void> {
    if (this.#treatment(url, 'navigate') !== 'page') return
    const key = keyOf(url, 'page')
    const text = await this.#kept(key, 'page')
    const needed = text === null ? [] : neededByPage(text, key)
    for (const one of needed.filter((file) => alive || !startsPage(file))) await this.file(one)
  }

  /** Keeps one file, and what it names where it is a style sheet or the start of a page. */
  async file(url: string): Promise<void> {
    const treatment = this.#treatment(url, 'cors')
    if (treatment !== 'sealed' && treatment !== 'file') return
    const needs = needsOf(new URL(url).pathname)
    const text = await this.#kept(keyOf(url, treatment), treatment, needs !== null)
    for (const needed of text === null || needs === null ? [] : needs(text, url)) await this.file(needed)
  }

  /** Fetches and keeps it unless it is; its text where that is wanted and new, else null. A failure is for the next time. */
  async #kept(key: string, treatment: Treatment, wanted = treatment === 'page'): Promise<string | null> {
    if (await this.#store.has(key)) return null
    try {
      // A page or a table may have changed since; what is sealed has not.
      const cache = treatment === 'sealed' ? 'default' : 'no-cache'
      const response = await this.#fetch(key, { cache, priority: 'low' })
      if (response.status !== 200) return null
      const text = wanted ? response.clone().text() : null
      await this.#store.put(key, response)
      return await text
    } catch {
      return null
    }
  }

  /** The CSV that the manifest names. */
  async #tables(): Promise<void> {
    const manifest = await this.#store.find(this.#url('/data/manifest.json'))
    const text = (await manifest?.text()) ?? ''
    for (const [, file] of text.matchAll(/"file":\s*"([\w.-]+\.csv)"/g)) {
      if (file !== undefined) await this.file(this.#url(`/data/${file}`))
    }
  }
}
