import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Filters, Known } from '../domain/filters.ts'
import { Dashboard } from './dashboard.svelte.ts'

const known: Known = {
  territories: new Map([
    ['orvault', 'orvault'],
    ['44114', 'orvault'],
    ['angers', 'angers']
  ]),
  programmes: new Map([['eds', 'eds']]),
  years: [2021]
}
const whole: Filters = { territory: null, programme: null, year: 2021, measure: 'produit' }

/** The few things of a browser that a dashboard touches. */
function browser(search = ''): { go: (to: string) => void; entries: string[] } {
  const entries = [`/${search}`]
  const place = { pathname: '/', search }
  const listeners = new Set<() => void>()
  vi.stubGlobal('location', place)
  vi.stubGlobal('history', {
    state: { kit: 1 },
    pushState: (state: unknown, _title: string, url: string) => {
      expect(state, 'the router finds its own entry again').toEqual({ kit: 1 })
      entries.push(url)
      place.search = url.slice(1)
    }
  })
  vi.stubGlobal('addEventListener', (_: string, listener: () => void) => listeners.add(listener))
  vi.stubGlobal('removeEventListener', (_: string, listener: () => void) => listeners.delete(listener))
  const go = (to: string): void => {
    place.search = to
    for (const listener of listeners) listener()
  }
  return { go, entries }
}

interface Answer {
  filters: Filters
  rows: string
}

function open(ask: (filters: Filters) => Promise<Answer>) {
  const source = { ask: vi.fn(() => Promise.resolve([])), retry: vi.fn(), cancel: vi.fn() }
  const dashboard = new Dashboard<Answer>({
    initial: { filters: whole, rows: 'prerendered' },
    known,
    dataset: source,
    ask: (_, filters) => ask(filters)
  })
  return { dashboard, source }
}

const answering = (filters: Filters): Promise<Answer> =>
  Promise.resolve({ filters, rows: filters.territory ?? 'all' })
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

describe('Dashboard', () => {
  beforeEach(() => {
    vi.unstubAllGlobals()
  })

  it('asks nothing for the default view, nor for another measure of it', async () => {
    const { entries } = browser()
    const ask = vi.fn(answering)
    const { dashboard } = open(ask)
    dashboard.follow()
    dashboard.choose({ measure: 'personnes' })
    await settle()
    expect(ask).not.toHaveBeenCalled()
    expect([dashboard.answer.rows, dashboard.answer.filters.measure]).toEqual(['prerendered', 'personnes'])
    expect(entries).toEqual(['/', '/?mesure=personnes'])
  })

  it('keeps the drawing until the answer comes, and writes one entry a choice', async () => {
    const { entries } = browser()
    const { dashboard } = open(answering)
    dashboard.follow()
    dashboard.choose({ territory: 'orvault' })
    expect([dashboard.pending, dashboard.answer.rows]).toEqual([true, 'prerendered'])
    await settle()
    expect([dashboard.pending, dashboard.answer.rows]).toEqual([false, 'orvault'])
    dashboard.choose({ territory: 'orvault' })
    expect(entries).toEqual(['/', '/?territoire=orvault'])
  })

  it('reads the address at the start and on every Back, and says what it ignores', async () => {
    const { go } = browser('?territoire=44114&annee=1789')
    const { dashboard } = open(answering)
    const stop = dashboard.follow()
    expect(dashboard.issues).toEqual([{ parameter: 'annee', value: '1789' }])
    await settle()
    expect(dashboard.answer.rows).toBe('orvault')
    go('')
    expect([dashboard.answer.rows, dashboard.issues]).toEqual(['prerendered', []])
    stop()
    go('?territoire=angers')
    expect(dashboard.filters.territory).toBeNull()
  })

  it('says why a choice has no answer, and gives a way back to what is drawn', async () => {
    browser()
    let broken = true
    const { dashboard, source } = open((filters) =>
      broken ? Promise.reject(new Error('no engine')) : answering(filters)
    )
    dashboard.follow()
    dashboard.choose({ programme: 'eds' })
    await settle()
    expect([String(dashboard.error), dashboard.pending, dashboard.answer.rows]).toEqual([
      'Error: no engine',
      false,
      'prerendered'
    ])
    broken = false
    dashboard.retry()
    await settle()
    expect([dashboard.error, source.retry.mock.calls.length]).toEqual([null, 1])
    expect(dashboard.answer.filters.programme).toBe('eds')
  })

  it('drops a choice that is given up', async () => {
    browser()
    let answer: (value: Answer) => void = () => {}
    const { dashboard, source } = open(() => new Promise((resolve) => (answer = resolve)))
    dashboard.follow()
    dashboard.choose({ territory: 'angers' })
    await settle()
    dashboard.cancel()
    answer({ filters: { ...whole, territory: 'angers' }, rows: 'angers' })
    await settle()
    expect([dashboard.filters.territory, dashboard.answer.rows, source.cancel.mock.calls.length]).toEqual([
      null,
      'prerendered',
      1
    ])
  })
})
