// Does a shortened figure lose nothing, show the reader's territory first, and fit what WordPress allows?

import { beforeAll, describe, expect, it } from 'vitest'
import { idsOf } from '../figures/frame/drawing.ts'
import type { FigurePage } from '../figures/pages.ts'
import { publishedPages } from '../figures/published-pages.ts'
import { drawingHeight } from './planned-height.ts'
import { embedHeight, shorten } from './shorten.ts'

let pages: FigurePage[] = []
beforeAll(async () => {
  pages = (await publishedPages()).pages
}, 60_000)
const nameOf = ({ figure, territory }: FigurePage): string => `${figure.id}/${territory?.id ?? ''}`

describe('every published figure', () => {
  it('keeps each value, once, in what is shown or in the rest', () => {
    for (const page of pages) {
      const { drawing } = page.model
      const { first, rest } = shorten(drawing)
      const shown = [...idsOf(first), ...(rest === null ? [] : idsOf(rest))].sort()
      expect(shown, nameOf(page)).toEqual(idsOf(drawing).sort())
    }
  })

  it('shows at once at most what WordPress allows, and counts the rest', () => {
    let shortened = 0
    for (const page of pages) {
      const { first, rest, more } = shorten(page.model.drawing)
      if (rest !== null) shortened += 1
      expect(more > 0, nameOf(page)).toBe(rest !== null)
      // One line is always shown, however tall its panel.
      expect(drawingHeight(first), nameOf(page)).toBeLessThanOrEqual(620)
      expect(embedHeight(page.model)).toBeGreaterThanOrEqual(200)
      expect(embedHeight(page.model)).toBeLessThanOrEqual(1000)
    }
    expect(shortened).toBeGreaterThan(5)
  })

  it('puts the chosen territory before the others', () => {
    for (const page of pages.filter(({ territory }) => territory !== null)) {
      const { rest } = shorten(page.model.drawing)
      if (rest === null) continue
      const chosen = new Set(page.model.entries.filter(({ selected }) => selected).map(({ id }) => id))
      const first = idsOf(shorten(page.model.drawing).first)
      expect(
        first.some((id) => chosen.has(id)),
        nameOf(page)
      ).toBe(true)
    }
  })

  it('changes no length and no axis', () => {
    for (const page of pages) {
      const whole = new Map(
        page.model.drawing.panels.flatMap((panel) =>
          panel.kind === 'bars' ? panel.lines.map((line) => [line.id, line] as const) : []
        )
      )
      const { first, rest } = shorten(page.model.drawing)
      for (const panel of [...first.panels, ...(rest?.panels ?? [])])
        if (panel.kind === 'bars') for (const line of panel.lines) expect(line).toBe(whole.get(line.id))
    }
  })
})
