import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readMessage } from './messages.ts'

it('reads its two messages', () => {
  expect(readMessage({ type: 'rest', more: 1 })).toEqual({ type: 'rest' })
  const seen = { type: 'seen', page: 'https://a.example/', files: ['https://a.example/x.js'] }
  expect(readMessage(seen)).toEqual(seen)
})

it.each([
  null,
  'rest',
  [],
  { type: 'seen' },
  { type: 'seen', page: 1, files: [] },
  { type: 'seen', page: '', files: [1] },
  { type: 'seen', page: '', files: Array(501).fill('') },
  { type: '__proto__' }
])('lets go of %j', (data) => {
  expect(readMessage(data)).toBeNull()
})

it('throws at nothing', () => {
  fc.assert(
    fc.property(fc.anything({ withNullPrototype: true }), (data) => void readMessage(data)),
    {
      numRuns: Number(process.env.FC_RUNS ?? 200)
    }
  )
})
