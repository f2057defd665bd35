// How do contracts and projects stand together? By what is published of their end; those with one share an axis of years.

import { ENGAGEMENT_NAMES, engagementWhen } from '../../domain/engagements.ts'
import type { FigureEngagement } from '../../domain/figure-rows.ts'
import { formatDate, formatSpan, french } from '../../domain/format.ts'
import { ENGAGEMENT_KINDS } from '../../domain/rows.ts'
import type { FigureContext } from '../figure.ts'
import { isFiltered } from '../figure.ts'
import type { SpansPanel } from '../frame/drawing.ts'
import { endsOf, spanAxis } from '../frame/spans.ts'

/** What the association does for itself: no territory, and one of these programmes. */
const OWN: readonly string[] = ['fonctions-support', 'vie-associative', 'formation']

/** By what the report publishes of the end: an axis of years is worth its room only where there is one. */
const GROUPS: readonly {
  id: string
  title: string
  holds: (one: FigureEngagement) => boolean
  listed: boolean
}[] = [
  { id: 'fin', title: 'La fin est publiée', holds: ({ end }) => end !== '', listed: false },
  {
    id: 'debut',
    title: 'Le début est publié, pas la fin',
    holds: ({ start, end }) => start !== '' && end === '',
    listed: true
  },
  {
    id: 'sans-date',
    title: 'Ni début ni fin ne sont publiés',
    holds: ({ start, end }) => start === '' && end === '',
    listed: true
  }
]

const NOWHERE = 'lieu non dit'

const isOwn = ({ territory, programme }: FigureEngagement): boolean =>
  territory === 'optima' && OWN.includes(programme)

/** In a list of those without an end, only the start is left to say. */
function startWords({ kind, start }: FigureEngagement): string {
  if (start === '') return ''
  return kind === 'planned' ? `à partir de ${formatDate(start)}` : formatSpan(start, '')
}

/** Place and dispositif, as far as the title does not say them; in a list the card and the table do. */
function detailOf(one: FigureEngagement, listed: boolean): string {
  const nowhere = one.territory === 'optima'
  const place = isOwn(one) || one.title.includes(one.territory_name) ? '' : one.territory_name
  const parts = listed
    ? [nowhere && !isOwn(one) ? NOWHERE : '']
    : [nowhere && !isOwn(one) ? NOWHERE : place, one.programme_name]
  return parts.filter((text) => text !== '').join(', ')
}

function lineOf(one: FigureEngagement, listed: boolean, context: FigureContext): SpansPanel['lines'][number] {
  const nowhere = one.territory === 'optima'
  return {
    id: one.id,
    label: french(one.title),
    territory: nowhere ? '' : one.territory,
    hue: nowhere ? 'neutral' : one.hue,
    detail: detailOf(one, listed),
    kind: ENGAGEMENT_NAMES[one.kind],
    marks: one.marks,
    solid: !isFiltered(context) || one.selected,
    ...endsOf(one.start, one.end),
    when: listed ? startWords(one) : engagementWhen(one),
    doubt: one.marks.includes('to_verify') ? french(one.note) : ''
  }
}

const rank = (one: FigureEngagement): number => ENGAGEMENT_KINDS.indexOf(one.kind)

/** The reader's choice first, what the association does for itself last. */
function chosenFirst(a: FigureEngagement, b: FigureEngagement): number {
  return Number(b.selected) - Number(a.selected) || Number(isOwn(a)) - Number(isOwn(b))
}

/** Soonest end first; two readings of one contract stand together. */
function byEnd(a: FigureEngagement, b: FigureEngagement): number {
  return (
    chosenFirst(a, b) ||
    a.end.localeCompare(b.end) ||
    a.territory_name.localeCompare(b.territory_name, 'fr') ||
    a.start.localeCompare(b.start)
  )
}

/** What begins before what goes on. */
function byKind(a: FigureEngagement, b: FigureEngagement): number {
  return chosenFirst(a, b) || rank(a) - rank(b) || a.territory_name.localeCompare(b.territory_name, 'fr')
}

/** The panel with the reader's choice first. */
export function spansPanels(all: readonly FigureEngagement[], context: FigureContext): SpansPanel[] {
  const chosen = (panel: SpansPanel): boolean =>
    panel.lines.some(({ id }) => all.some((one) => one.id === id && one.selected))
  return GROUPS.flatMap(({ id, title, holds, listed }): SpansPanel[] => {
    const own = all.filter(holds).toSorted(listed ? byKind : byEnd)
    if (own.length === 0) return []
    const axis = spanAxis(
      own.map(({ start, end }) => endsOf(start, end)),
      context.filters.year
    )
    return [
      {
        kind: 'spans',
        id,
        title: french(`${title} : ${own.length} sur ${all.length}`),
        words: [],
        note: '',
        ...axis,
        ...(listed ? { listed } : {}),
        lines: own.map((one) => lineOf(one, listed, context))
      }
    ]
  }).toSorted((a, b) => Number(chosen(b)) - Number(chosen(a)))
}
