import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inOrder, onAxis, sharedEnd, sortable, zoomEnd } from './axis-view.ts'
import type { BarLine } from './drawing.ts'

function line(value: number, axisEnd: number, more: Partial<BarLine> = {}): BarLine {
  return {
    id: `l${value}`,
    value,
    unit: 'people',
    marks: [],
    label: `L${value}`,
    territory: '',
    hue: 'neutral',
    detail: '',
    row: '',
    group: 'g',
    axisEnd,
    fraction: value / axisEnd,
    start: 0,
    solid: true,
    computed: false,
    second: null,
    ...more
  }
}

describe('an enlarged axis', () => {
  it.each([
    [[11_355, 5_551, 11], 12],
    [[11_355, 5_551, 2_000], null],
    [[11, 9], null],
    [[], null]
  ])('%j ends at %s', (values, end) => {
    const lines = values.map((value) => line(value, 12_000))
    expect(zoomEnd(lines)).toBe(end)
  })

  it('is offered only where all share one axis', () => {
    expect(zoomEnd([line(11_355, 12_000), line(11, 20)])).toBeNull()
    expect(sharedEnd([line(1, 2), line(1, 3)])).toBeNull()
  })

  it('cuts what does not hold, and says so', () => {
    const [large, small] = onAxis([line(11_355, 12_000), line(11, 12_000)], 15)
    expect(large).toMatchObject({ fraction: 1, cut: true, axisEnd: 15 })
    expect(small).toMatchObject({ cut: false })
    expect(small?.fraction).toBeCloseTo(11 / 15)
  })

  it('keeps every length between 0 and 1, whatever the values', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true })),
        fc.double({ min: 1e-6, noNaN: true }),
        (values, end) => {
          for (const { fraction } of onAxis(
            values.map((value) => line(value, 1)),
            end
          )) {
            expect(fraction).toBeGreaterThanOrEqual(0)
            expect(fraction).toBeLessThanOrEqual(1)
          }
        }
      )
    )
  })
})

describe('an order', () => {
  it('is offered inside one group only', () => {
    const lines = [line(3, 9), line(2, 9), line(1, 9)]
    expect(sortable(lines)).toBe(true)
    expect(sortable([...lines, line(4, 9, { group: 'other' })])).toBe(false)
    expect(sortable(lines.slice(1))).toBe(false)
  })

  it('loses no line', () => {
    const lines = [line(2, 9, { label: 'Écho' }), line(3, 9, { label: 'Zoo' }), line(1, 9, { label: 'Eau' })]
    expect(inOrder(lines, 'published').map(({ value }) => value)).toEqual([2, 3, 1])
    expect(inOrder(lines, 'value').map(({ value }) => value)).toEqual([3, 2, 1])
    expect(inOrder(lines, 'name').map(({ label }) => label)).toEqual(['Eau', 'Écho', 'Zoo'])
  })
})
