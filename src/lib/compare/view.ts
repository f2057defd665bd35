// Which part of a comparison does the reader look at: what the report publishes, what is computed of it, or both?

import { type Comparison, COMPUTED_SECTION, type Section } from './model.ts'

export const VIEWS = ['published', 'ratios', 'both'] as const
export type View = (typeof VIEWS)[number]

/** A section with the lines that are kept; without any, its guard has nothing to guard. */
function withLines(section: Section, keeps: (line: Section['lines'][number]) => boolean): Section {
  const lines = section.lines.filter(keeps)
  return { ...section, lines, guard: lines.length === 0 ? null : section.guard }
}

/** The same values, fewer of them: what is said of the whole comparison is said of the one that is whole. */
export function inView(comparison: Comparison, view: View): Comparison {
  if (view === 'both') return comparison
  const { subjects, sections, alone } = comparison
  if (view === 'published')
    return {
      subjects,
      alone,
      sections: sections
        .filter(({ id }) => id !== COMPUTED_SECTION)
        .map((section) => withLines(section, ({ computed }) => !computed))
        .filter(({ lines, empty }) => lines.length > 0 || empty !== '')
    }
  return {
    subjects,
    alone: [],
    sections: sections
      .map((section) => withLines(section, ({ computed }) => computed))
      // Why nothing is published is no answer to who asked what is computed.
      .filter(({ id, lines }) => lines.length > 0 || id === COMPUTED_SECTION)
  }
}
