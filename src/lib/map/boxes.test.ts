import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boxAround, boxesTouch, boxTouchesDisc, overflow, segmentsCross, segmentTouchesBox } from './boxes.ts'

const box = { x: 10, y: 10, width: 20, height: 10 }
const at = fc.record({ x: fc.integer({ min: -50, max: 90 }), y: fc.integer({ min: -50, max: 90 }) })

describe('boxes', () => {
  test.each([
    [{ x: 30, y: 10, width: 5, height: 5 }, 0, false],
    [{ x: 29, y: 10, width: 5, height: 5 }, 0, true],
    [{ x: 32, y: 10, width: 5, height: 5 }, 3, true],
    [{ x: 10, y: 21, width: 5, height: 5 }, 0, false]
  ])('touch: %o with gap %i is %s', (other, gap, expected) => {
    expect(boxesTouch(box, other, gap)).toBe(expected)
    expect(boxesTouch(other, box, gap)).toBe(expected)
  })

  test('a disc touches from the nearest point of the box', () => {
    expect(boxTouchesDisc(box, { x: 0, y: 15, r: 10 })).toBe(false)
    expect(boxTouchesDisc(box, { x: 0, y: 15, r: 10.1 })).toBe(true)
    expect(boxTouchesDisc(box, { x: 20, y: 15, r: 1 })).toBe(true)
  })

  test('a segment touches a box exactly when one of its points is inside', () => {
    fc.assert(
      fc.property(at, at, (from, to) => {
        const steps = Array.from({ length: 401 }, (_, index) => index / 400)
        const inside = steps.some((share) => {
          const [x, y] = [from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share]
          return x > 10.001 && x < 29.999 && y > 10.001 && y < 19.999
        })
        if (inside) expect(segmentTouchesBox({ from, to }, box)).toBe(true)
        else expect(segmentTouchesBox({ from, to }, box, -0.6)).toBe(false)
      })
    )
  })

  test('segments cross inside both, whatever their order and direction', () => {
    const one = { from: { x: 0, y: 0 }, to: { x: 10, y: 10 } }
    const two = { from: { x: 0, y: 10 }, to: { x: 10, y: 0 } }
    const apart = { from: { x: 20, y: 0 }, to: { x: 30, y: 5 } }
    expect(segmentsCross(one, two)).toBe(true)
    expect(segmentsCross({ from: two.to, to: two.from }, one)).toBe(true)
    expect(segmentsCross(one, apart)).toBe(false)
    expect(segmentsCross(one, { from: one.to, to: { x: 20, y: 0 } })).toBe(false)
  })

  test('overflow adds what sticks out of each side', () => {
    expect(overflow(box, { width: 100, height: 100 })).toBe(0)
    expect(overflow({ x: -5, y: 95, width: 20, height: 10 }, { width: 100, height: 100 })).toBe(10)
    expect(overflow(boxAround({ x: 5, y: 5 }, 10), { width: 100, height: 100 }, 4)).toBe(8)
  })
})
