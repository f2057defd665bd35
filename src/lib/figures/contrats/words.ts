// What is found among contracts and projects, as a title and as a sentence?

import { engagementCount, engagementWhen } from '../../domain/engagements.ts'
import type { FigureEngagement, FigureRow } from '../../domain/figure-rows.ts'
import { french } from '../../domain/format.ts'
import { ENGAGEMENT_KINDS } from '../../domain/rows.ts'
import { capitalise, countWord, listWords, plural } from '../../domain/sentence.ts'
import { choiceWords } from '../empty.ts'
import { type FigureContext, isFiltered } from '../figure.ts'

export type Engagements = readonly FigureEngagement[]

const keyOf = ({ territory, programme }: FigureEngagement): string => `${territory} ${programme}`

/** The report says of one contract that it is new and that it is renewed. */
function saidTwice(chosen: Engagements): boolean {
  const kinds = chosen.map(({ kind }) => kind)
  return new Set(chosen.map(keyOf)).size === 1 && kinds.includes('new') && kinds.includes('renewed')
}

/** "4 nouveaux, 1 renouvelé": one a place and programme, so that a contract told twice counts once. */
function countsOf(chosen: Engagements): string {
  return listWords(
    ENGAGEMENT_KINDS.flatMap((kind) => {
      const own = chosen.filter((one) => one.kind === kind)
      const count = new Set(own.map(keyOf)).size
      return count === 0 ? [] : [engagementCount(count, kind)]
    })
  )
}

/** The one that ended says how; several are counted. */
function endedWords(all: Engagements): string {
  const ended = all.filter(({ kind }) => kind === 'ended')
  const [only] = ended
  if (only === undefined) return ''
  return ended.length === 1 ? only.title : `${countWord(ended.length)} services se terminent`
}

/** "quatre nouvelles collectivités", as the report counts them. */
function newWords(cities: FigureRow | undefined): string {
  if (cities === undefined) return ''
  return `${countWord(cities.value)} ${plural(cities.value, cities.indicator_singular, cities.indicator_name)}`
}

export function contractTitle(
  all: Engagements,
  cities: FigureRow | undefined,
  context: FigureContext
): string {
  const chosen = all.filter(({ selected }) => selected)
  if (isFiltered(context)) {
    const [only] = chosen
    if (only === undefined) return `Contrats et projets, ${choiceWords(context)} : non publié`
    if (chosen.length === 1) return only.title
    return saidTwice(chosen)
      ? `${choiceWords(context)} : un même marché, dit « nouveau » et « renouvelé »`
      : `${choiceWords(context)}, contrats et projets : ${countsOf(chosen)}`
  }
  const found = [newWords(cities), endedWords(all)].filter((text) => text !== '')
  return found.length === 0 ? 'Contrats et projets de l’année' : capitalise(found.join(', et '))
}

/** Published ends after the year, soonest first, each place and programme once. */
function laterEnds(chosen: Engagements, year: number): string {
  const ahead = chosen.filter(({ end, kind }) => end > `${year}-12-31` && kind !== 'planned')
  const once = new Map(ahead.toSorted((a, b) => a.end.localeCompare(b.end)).map((one) => [keyOf(one), one]))
  const words = [...once.values()].map((one) => {
    const doubt = one.marks.includes('to_verify') ? ', à vérifier' : ''
    return `${one.territory_name}, ${one.programme_name} (${engagementWhen(one)}${doubt})`
  })
  return words.length === 0 ? '' : `fins publiées après ${year} : ${words.join(' ; ')}`
}

/** As many as a sentence holds, and how many are left. */
function firstOf(words: readonly string[], most = 4): string {
  const rest = words.length - most
  return [
    ...words.slice(0, most),
    ...(rest > 0 ? [`et ${rest} ${plural(rest, 'autre', 'autres')}`] : [])
  ].join(' ; ')
}

export function contractSentence(
  all: Engagements,
  cities: FigureRow | undefined,
  context: FigureContext
): string {
  const { year } = context.filters
  const doubt = ({ marks }: FigureEngagement): string => (marks.includes('to_verify') ? ', à vérifier' : '')
  const said = (one: FigureEngagement): string => `${one.title} (${engagementWhen(one)}${doubt(one)})`
  const chosen = all.filter(({ selected }) => selected)
  if (chosen.length === 0) return ''
  if (isFiltered(context))
    return french(`${choiceWords(context)}, dans le rapport ${year} : ${firstOf(chosen.map(said))}.`)
  const parts = [
    cities === undefined ? '' : `le rapport compte ${newWords(cities)}`,
    endedWords(all),
    laterEnds(chosen, year)
  ].filter((text) => text !== '')
  return parts.length === 0 ? '' : french(`En ${year}, ${parts.join(' ; ')}.`)
}
