// Who is where, in which months, how many days a week? Only months that the report names; the rest is said to be missing.

import type { FigureRow, Place } from '../../domain/figure-rows.ts'
import { french } from '../../domain/format.ts'
import { listWords, plural } from '../../domain/sentence.ts'
import { nothingPublished } from '../empty.ts'
import type { Extras, Figure, FigureContext, FigureModel } from '../figure.ts'
import { isFiltered } from '../figure.ts'
import { drawingOf, numbersPanel } from '../frame/bars.ts'
import type { MonthsPanel, NumbersPanel, Panel } from '../frame/drawing.ts'
import { engagementEntry, toEntry } from '../frame/entry.ts'
import { monthsPanel } from './lines.ts'
import { type Presence, presencesOf } from './presences.ts'
import { calendarSentence, calendarTitle } from './words.ts'

/** Earlier years of the report, newest first: each has a panel, so that none of its months passes for one of this year. */
function earlierYears(
  { earlier }: Extras,
  context: FigureContext
): { panel: MonthsPanel; dated: Presence[] }[] {
  const yearOf = (row: FigureRow): number => Number(row.period_end.slice(0, 4))
  const years = [...new Set(earlier.map(yearOf))].sort((a, b) => b - a)
  return years.flatMap((year) => {
    const own = earlier.filter((row) => yearOf(row) === year)
    const { dated } = presencesOf(own, [], [], year)
    const names = [...new Set(dated.map(({ head }) => head.territory_name))]
    if (dated.length === 0) return []
    const panel = monthsPanel(`annee-${year}`, `Dans le rapport, mais en ${year}`, dated, year, context)
    const note = `Aucun mois de ${context.filters.year} n’est publié pour ${listWords(names)}.`
    return [{ dated, panel: { ...panel, note } }]
  })
}

/** Places where something is done, and of which the report gives neither month nor days. */
function silent(places: readonly Place[], shown: ReadonlySet<string>): string[] {
  return places
    .filter(({ id, kind, families }) => {
      const active = families.some((family) => family !== 'siege' && family !== 'formation')
      return active && kind !== 'region' && kind !== 'arrondissement' && !shown.has(id)
    })
    .map(({ name }) => name)
}

const isBefore = ({ period_end: end }: Pick<FigureRow, 'period_end'>, year: number): boolean =>
  end !== '' && Number(end.slice(0, 4)) < year

function entriesOf(dated: readonly Presence[]): FigureModel['entries'] {
  return dated.flatMap(({ head, rows }) => [
    ...('title' in head ? [engagementEntry(head)] : []),
    ...rows.map(toEntry)
  ])
}

/** Numbers of who is there in the year, without a cell: their months are not published. */
function undatedPanel(rows: readonly FigureRow[], year: number, note: string): NumbersPanel {
  const items = rows.map((row) => ({
    row,
    label: plural(row.value, row.indicator_singular, row.indicator_name),
    detail: `${row.territory_name}, ${row.programme_name}`
  }))
  return numbersPanel('sans-mois', `En ${year}, mois non publiés`, items, { note })
}

function build(rows: readonly FigureRow[], context: FigureContext, extras: Extras): FigureModel {
  const { year } = context.filters
  const { dated, undated } = presencesOf(rows, extras.engagements, extras.places, year)
  const past = earlierYears(extras, context)
  const months = dated.length === 0 ? [] : [monthsPanel('mois', '', dated, year, context)]
  const before = past.map(({ panel }) => panel)
  const entries = [
    ...entriesOf(dated),
    ...undated.map(toEntry),
    ...past.flatMap((one) => entriesOf(one.dated))
  ]
  const missing = silent(extras.places, new Set(entries.map(({ territory }) => territory)))
  const absent = missing.length === 0 ? '' : `Ni mois ni jours publiés : ${listWords(missing)}.`
  const without = undated.length === 0 ? [] : [undatedPanel(undated, year, absent)]
  // Who is there in no month of this year but in an earlier one finds that year first.
  const gone = isFiltered(context) && !entries.some((one) => one.selected && !isBefore(one, year))
  const panels: Panel[] = gone ? [...before, ...months, ...without] : [...months, ...without, ...before]
  const none = entries.length === 0 || (isFiltered(context) && !entries.some(({ selected }) => selected))
  return {
    title: french(
      calendarTitle(
        months.flatMap(({ lines }) => lines),
        before,
        context
      )
    ),
    subtitle: french(
      `Présence de médiateurs mois par mois, ${year}, par dispositif et par lieu ; jours par semaine et médiateurs quand ils sont publiés`
    ),
    sentence: calendarSentence([...months, ...before], undated, context),
    note: french(
      `Seuls les mois que le rapport donne sont dessinés ; une case vide ne dit pas que personne n’était là.${undated.length === 0 ? ` ${absent}` : ''}`.trim()
    ),
    entries,
    drawing: drawingOf(panels),
    empty: none
      ? nothingPublished('Le rapport ne date aucune présence ici', 'de mois ni de jours de présence', context)
      : null
  }
}

export const calendrier: Figure = {
  id: 'calendrier',
  question: 'Qui est présent où, quels mois, combien de jours par semaine ?',
  reading:
    'Une ligne par dispositif et par lieu, une case par mois, de janvier à décembre. Plein : mois nommé par le rapport ; tirets : mois en doute ; vide : hors de la période publiée. Ce qui n’a pas de mois publié est écrit dessous, sans case.',
  indicators: ['months_presence', 'days_per_week', 'mediators', 'intervention_days', 'workshops_women'],
  needs: ['engagements', 'places', 'earlier'],
  build
}
