// What is found in a calendar of presence, as a title and as a sentence?

import type { FigureRow } from '../../domain/figure-rows.ts'
import { french, MONTHS } from '../../domain/format.ts'
import { capitalise, countWord, listWords, plural } from '../../domain/sentence.ts'
import { choiceWords } from '../empty.ts'
import { type FigureContext, isFiltered } from '../figure.ts'
import type { MonthsPanel } from '../frame/drawing.ts'
import { monthsSaid } from '../frame/months.ts'

type Line = MonthsPanel['lines'][number]

/** Inside June to September, the months that the report calls summer. */
const isSummer = ({ months }: Line): boolean =>
  months.some((state) => state !== 'no') && months.every((state, i) => state === 'no' || (i >= 5 && i <= 8))
const isWhole = ({ months }: Line): boolean => months.every((state) => state === 'yes')
const nameOf = ({ label, detail }: Line): string => [label, detail].filter((text) => text !== '').join(', ')

/** " ; août reste en doute (Vincennes)": what keeps a summer from being sure. */
function summerDoubt(lines: readonly Line[]): string {
  const doubtful = lines.filter((line) => isSummer(line) && line.months.includes('doubt'))
  if (doubtful.length === 0) return ''
  const months = MONTHS.filter((_, i) => doubtful.some((line) => line.months[i] === 'doubt'))
  const places = listWords([...new Set(doubtful.map(({ label }) => label))])
  return ` ; ${listWords(months)} ${plural(months.length, 'reste', 'restent')} en doute (${places})`
}

function foundIn(lines: readonly Line[]): string {
  const summer = lines.filter(isSummer).length
  if (summer > 0)
    return `${countWord(summer)} ${plural(summer, 'présence ne dure', 'présences ne durent')} que l’été${summerDoubt(lines)}`
  if (lines.length === 0) return 'aucun mois publié'
  return `${countWord(lines.length)} ${plural(lines.length, 'présence a ses mois publiés', 'présences ont leurs mois publiés')}`
}

/** @param past panels of earlier years */
export function calendarTitle(
  lines: readonly Line[],
  past: readonly MonthsPanel[],
  context: FigureContext
): string {
  const { year } = context.filters
  const chosen = lines.filter(({ solid }) => solid)
  if (!isFiltered(context)) return capitalise(foundIn(chosen))
  const [only] = chosen
  if (only !== undefined && chosen.length === 1) return `${nameOf(only)} : ${monthsSaid(only, year)}`
  const [old] = past.flatMap((panel) =>
    panel.lines.filter(({ solid }) => solid).map((line) => ({ line, year: panel.year }))
  )
  if (only === undefined && old !== undefined)
    return `${nameOf(old.line)} : ${monthsSaid(old.line, old.year)}, aucun mois de ${year} publié`
  return `${choiceWords(context)} : ${foundIn(chosen)}`
}

/** The whole in three counts: a list of all lines would be no sentence. */
function wholeSentence(lines: readonly Line[], year: number): string {
  const group = (own: readonly Line[], words: string): string =>
    own.length === 0 ? '' : `, ${countWord(own.length)} ${words} (${own.map(nameOf).join(' ; ')})`
  const summer = lines.filter(isSummer)
  return `En ${year}, le rapport donne des mois pour ${countWord(lines.length)} ${plural(lines.length, 'présence', 'présences')}${group(summer, 'l’été seulement')}${group(lines.filter(isWhole), 'toute l’année')}${summerDoubt(lines)}.`
}

/** @param undated rows of the year without a month */
export function calendarSentence(
  panels: readonly MonthsPanel[],
  undated: readonly FigureRow[],
  context: FigureContext
): string {
  const said = panels.flatMap(({ lines, year }) =>
    lines
      .filter(({ solid }) => solid)
      .map((line) => `${nameOf(line)}, ${monthsSaid(line, year)}${line.pace === '' ? '' : ` (${line.pace})`}`)
  )
  const silent = undated.filter(({ selected }) => selected)
  const without = new Set(silent.map((row) => `${row.territory_name}, ${row.programme_name}`))
  const current = panels.filter(({ year }) => year === context.filters.year).flatMap(({ lines }) => lines)
  const sentences = [
    !isFiltered(context) && current.length > 0
      ? wholeSentence(current, context.filters.year)
      : said.length === 0
        ? ''
        : `Présence publiée : ${said.join(' ; ')}.`,
    without.size === 0 ? '' : `Mois non publiés : ${[...without].join(' ; ')}.`
  ]
  return french(sentences.filter((text) => text !== '').join(' '))
}
