// Which months does the journal of a dispositif cover? Its season, else the year or the part of it that is there.

import type { JournalRule } from './journal-rules.ts'

/** First and last day of each dispositif, ISO. */
export interface JournalSpan {
  programme: string
  first: string
  last: string
}

export function periodOf(
  programme: string,
  { year, spans }: { year: number; spans: readonly JournalSpan[] },
  rules: readonly JournalRule[]
): { start: string; end: string; partial: boolean } {
  const rule = rules.find((one) => one.programme === programme)
  const own = spans.find((span) => span.programme === programme)
  const [start, end] = [`${year}-${rule?.season_start ?? ''}`, `${year}-${rule?.season_end ?? ''}`]
  if (rule?.season_start && rule.season_end && own && own.first >= start && own.last <= end)
    return { start, end, partial: true }
  const first = spans.map((span) => span.first).toSorted()[0] ?? `${year}-01-01`
  const last =
    spans
      .map((span) => span.last)
      .toSorted()
      .at(-1) ?? `${year}-12-31`
  const lastDay = new Date(Date.UTC(year, Number(last.slice(5, 7)), 0)).getUTCDate()
  return {
    start: `${first.slice(0, 7)}-01`,
    end: `${last.slice(0, 7)}-${lastDay}`,
    partial: first.slice(5, 7) !== '01' || last.slice(5, 7) !== '12'
  }
}
