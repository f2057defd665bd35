import { describe, expect, it } from 'vitest'
import { answer, type Means } from './answer.ts'
import { fakeCaches, siteAnswer } from './fake-caches.ts'
import { Store } from './store.ts'

const ORIGIN = 'https://optima.example'
const OFFLINE = `${ORIGIN}/hors-ligne/`

function means(
  fetch: Means['fetch'],
  patienceMs?: number
): Means & { store: Store; done: () => Promise<void> } {
  const { caches } = fakeCaches()
  const work: Promise<unknown>[] = []
  return {
    store: new Store(() => caches, '', '1'),
    fetch,
    later: (one) => {
      work.push(one)
    },
    offlinePage: OFFLINE,
    done: async () => {
      await Promise.all(work)
    },
    ...(patienceMs === undefined ? {} : { patienceMs })
  }
}

const down = (): Promise<Response> => Promise.reject(new TypeError('offline'))
const up =
  (body: string, status = 200) =>
  () =>
    Promise.resolve(siteAnswer(body, status))
const ask = (path: string): Request => new Request(ORIGIN + path)

describe('a page', () => {
  it('comes from the network, and is kept', async () => {
    const all = means(up('new'))
    expect(await (await answer(ask('/a/?territoire=x'), 'page', all)).text()).toBe('new')
    await all.done()
    expect(await (await all.store.find(`${ORIGIN}/a/`))!.text()).toBe('new')
  })

  it.each([
    ['is down', down],
    ['is in trouble', up('bad', 503)],
    ['does not answer', () => new Promise<Response>(() => {})]
  ] as [string, Means['fetch']][])('is the kept one when the network %s', async (_, fetch) => {
    const all = means(fetch, 20)
    await all.store.put(`${ORIGIN}/a/`, siteAnswer('kept'))
    expect(await (await answer(ask('/a/?mesure=y'), 'page', all)).text()).toBe('kept')
  })

  it('that is missing is the page of the host, even if there is a copy', async () => {
    const all = means(up('no', 404))
    await all.store.put(`${ORIGIN}/a/`, siteAnswer('kept'))
    expect((await answer(ask('/a/'), 'page', all)).status).toBe(404)
  })

  it('without a copy says so, and keeps its own error when even that is not kept', async () => {
    const all = means(down)
    await expect(answer(ask('/b/'), 'page', all)).rejects.toThrow('offline')
    await all.store.put(OFFLINE, siteAnswer('Hors ligne'))
    const response = await answer(ask('/b/'), 'page', all)
    expect(response.status).toBe(503)
    expect(await response.text()).toBe('Hors ligne')
  })

  it('without its final slash is still found', async () => {
    const all = means(down)
    await all.store.put(`${ORIGIN}/a/`, siteAnswer('kept'))
    const response = await answer(ask('/a?theme=dark'), 'page', all)
    expect(response.headers.get('location')).toBe(`${ORIGIN}/a/?theme=dark`)
  })
})

describe('a sealed file', () => {
  it('is asked for once', async () => {
    let asked = 0
    const all = means(() => ((asked += 1), up('code')()))
    for (let time = 0; time < 3; time += 1) {
      expect(await (await answer(ask('/_app/immutable/a.js'), 'sealed', all)).text()).toBe('code')
      await all.done()
    }
    expect(asked).toBe(1)
  })

  it('fails as the network does', async () => {
    await expect(answer(ask('/_app/immutable/a.js'), 'sealed', means(down))).rejects.toThrow('offline')
  })
})
