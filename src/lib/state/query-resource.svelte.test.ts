import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { QueryResource } from './query-resource.svelte.ts'

interface Held {
  answer: (value: string) => void
  fail: (error: Error) => void
  signal: AbortSignal
}

function held(resource: QueryResource<string>): { load: Promise<Held>; done: Promise<void> } {
  let started: (held: Held) => void = () => {}
  const load = new Promise<Held>((resolve) => {
    started = resolve
  })
  const done = resource.run(
    (signal) =>
      new Promise((answer, fail) => {
        started({ answer, fail, signal })
      })
  )
  return { load, done }
}

describe('QueryResource', () => {
  it('keeps the last answer while the next is awaited, and when it fails', async () => {
    const resource = new QueryResource<string>()
    await resource.run(() => Promise.resolve('first'))
    const { load, done } = held(resource)
    expect([resource.value, resource.loading]).toEqual(['first', true])
    ;(await load).fail(new Error('lost'))
    await done
    expect([resource.value, resource.loading, String(resource.error)]).toEqual([
      'first',
      false,
      'Error: lost'
    ])
  })

  it('stops the question in flight when a newer one comes, and skips those that waited', async () => {
    const resource = new QueryResource<string>()
    const first = held(resource)
    const one = await first.load
    let skipped = false
    void resource.run(() => {
      skipped = true
      return Promise.resolve('second')
    })
    const last = resource.run(() => Promise.resolve('third'))
    expect(one.signal.aborted).toBe(true)
    one.answer('first, late')
    await last
    expect([resource.value, skipped]).toEqual(['third', false])
  })

  it('shows nothing of a question given up', async () => {
    const resource = new QueryResource<string>()
    const { load, done } = held(resource)
    const one = await load
    resource.cancel()
    one.answer('late')
    await done
    expect([resource.value, resource.loading, resource.error]).toEqual([null, false, null])
  })

  it('always ends on the newest question, whatever the delays @fault-12', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(4), fc.boolean()), { minLength: 1, maxLength: 8 }),
        async (steps) => {
          const resource = new QueryResource<number>()
          const turns = async (count: number): Promise<void> => {
            for (let i = 0; i < count; i += 1) await Promise.resolve()
          }
          const runs = steps.map(([delay, fails], index) =>
            resource.run(async () => {
              await turns(delay)
              if (fails) throw new Error(String(index))
              return index
            })
          )
          await Promise.all(runs)
          const last = steps.length - 1
          expect(resource.loading).toBe(false)
          if (steps[last]?.[1]) expect(resource.error).toEqual(new Error(String(last)))
          else expect(resource.value).toBe(last)
        }
      )
    )
  })
})
