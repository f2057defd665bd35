// How is the journal of each dispositif counted and protected? The rows of data/reference/journal-programmes.csv.

import * as v from 'valibot'
import { AppError } from './errors.ts'

/** Holds where a dispositif says nothing else. */
const DEFAULT_THRESHOLD = 5

export const journalRule = v.object({
  programme: v.string(),
  /** Indicator that the people of its acts are counted under, '' when they are not published. */
  people_indicator: v.string(),
  /** From 1 to this − 1 a count is secret. */
  threshold: v.pipe(v.number(), v.integer(), v.minValue(2)),
  /** Whom the threshold protects, in French. */
  public: v.string(),
  why: v.string(),
  /** Month and day (06-01) of a dispositif that lasts a season, '' for the others. */
  season_start: v.pipe(v.string(), v.regex(/^(\d{2}-\d{2})?$/)),
  season_end: v.pipe(v.string(), v.regex(/^(\d{2}-\d{2})?$/))
})
export type JournalRule = v.InferOutput<typeof journalRule>

export const JOURNAL_RULE_COLUMNS = Object.keys(journalRule.entries)

/** @throws AppError `data_unreadable` naming the first field that is wrong. */
export function readJournalRules(json: unknown): JournalRule[] {
  const result = v.safeParse(v.array(journalRule), json)
  if (result.success) return result.output
  const [issue] = result.issues
  throw new AppError('data_unreadable', { file: 'journal-programmes', field: v.getDotPath(issue) ?? '' })
}

export const thresholdOf = (rules: readonly JournalRule[], programme: string): number =>
  rules.find((one) => one.programme === programme)?.threshold ?? DEFAULT_THRESHOLD

export interface ThresholdGroup {
  threshold: number
  /** "mineurs (École, Piscines)", French. */
  who: string
}

/** Thresholds, lowest first, and whom each protects; the lowest is said of everybody else. */
export function thresholdGroups(
  rules: readonly JournalRule[],
  programmes: readonly { id: string; name: string }[]
): ThresholdGroup[] {
  const thresholds = [...new Set([DEFAULT_THRESHOLD, ...rules.map(({ threshold }) => threshold)])]
  return thresholds
    .toSorted((a, b) => a - b)
    .map((threshold) => {
      if (threshold === DEFAULT_THRESHOLD) return { threshold, who: 'règle générale' }
      const own = rules.filter((rule) => rule.threshold === threshold)
      const publics = [...new Set(own.map((rule) => rule.public))]
      const who = publics.map((name) => {
        const names = own
          .filter((rule) => rule.public === name)
          .map(({ programme }) => programmes.find(({ id }) => id === programme)?.name ?? programme)
        return `${name} (${names.join(', ')})`
      })
      return { threshold, who: who.join(' ; ') }
    })
}
