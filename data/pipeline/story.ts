// Which highlights are steps of the year, which stand beside one, and which number goes with each?

import type { StoryGuide } from '../../src/lib/domain/story-guide.ts'
import type { DataRow } from './read-tables.ts'
import { text } from './rule.ts'

export function storyOf(highlights: readonly DataRow[]): StoryGuide {
  return highlights.map(({ values, millesime }) => ({
    id: text(values, 'id'),
    year: millesime ?? 0,
    told_with: text(values, 'told_with'),
    number: text(values, 'number')
  }))
}
