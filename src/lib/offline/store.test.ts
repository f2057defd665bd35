import { describe, expect, it } from 'vitest'
import { fakeCaches, type Mood, siteAnswer } from './fake-caches.ts'
import { Store } from './store.ts'

const KEY = 'https://optima.example/'
const text = async (store: Store, key = KEY): Promise<string | undefined> => (await store.find(key))?.text()

describe('what is kept', () => {
  it('is found again, the newest version first', async () => {
    const { caches } = fakeCaches()
    const [old, now] = ['1', '2'].map((version) => new Store(() => caches, '', version))
    await old!.put(KEY, siteAnswer('old'))
    expect(await text(now!)).toBe('old')
    expect(await now!.has(KEY)).toBe(false)
    expect(await now!.outdated()).toEqual([KEY])
    await now!.put(KEY, siteAnswer('now'))
    expect(await text(now!)).toBe('now')
    expect(await now!.outdated()).toEqual([])
  })

  it('lasts for one version more, and leaves other sites of the origin alone', async () => {
    const { caches, kept } = fakeCaches()
    await new Store(() => caches, '/else', '1').put(KEY, siteAnswer('else'))
    for (const version of ['1', '2', '3']) {
      const store = new Store(() => caches, '', version)
      await store.put(KEY, siteAnswer(version))
      await store.forget()
    }
    expect([...kept.keys()]).toEqual(['optima:/else:1', 'optima::2', 'optima::3'])
  })

  it('is never an error, a part or somebody else’s', async () => {
    const { caches } = fakeCaches()
    const store = new Store(() => caches, '', '1')
    await store.put(KEY, siteAnswer('missing', 404))
    await store.put(KEY, siteAnswer('part', 206))
    await store.put(KEY, new Response('opaque'))
    expect(await store.has(KEY)).toBe(false)
  })

  it('lists its pages with their HTML', async () => {
    const { caches } = fakeCaches()
    const store = new Store(() => caches, '', '1')
    await store.put(`${KEY}a/`, siteAnswer('A'))
    await store.put(`${KEY}a.css`, siteAnswer('B'))
    expect(await store.pages()).toEqual([{ url: `${KEY}a/`, html: 'A' }])
  })
})

it.each(['full', 'refused'] as Mood[])('storage that is %s throws nothing', async (mood) => {
  const { caches } = fakeCaches(mood)
  const store = new Store(() => caches, '', '1')
  await store.put(KEY, siteAnswer('x'))
  expect(await store.find(KEY)).toBeUndefined()
  expect(await store.has(KEY)).toBe(false)
  expect(await store.outdated()).toEqual([])
  expect(await store.pages()).toEqual([])
  await store.forget()
})

it('a browser that refuses even the name of its caches throws nothing', async () => {
  const store = new Store(
    () => {
      throw new DOMException('denied', 'SecurityError')
    },
    '',
    '1'
  )
  await store.put(KEY, siteAnswer('x'))
  expect(await store.find(KEY)).toBeUndefined()
})
