// How do contracts and projects stand together? A panel a territory; those of the association itself apart.

import { ENGAGEMENT_NAMES, engagementWhen } from '../../domain/engagements.ts'
import type { FigureEngagement } from '../../domain/figure-rows.ts'
import { french } from '../../domain/format.ts'
import { REGION_NAMES, REGIONS } from '../actes/natures.ts'
import type { FigureContext } from '../figure.ts'
import { isFiltered } from '../figure.ts'
import type { SpansPanel } from '../frame/drawing.ts'
import { endsOf, spanAxis } from '../frame/spans.ts'

/** What the association does for itself: no territory, and one of these programmes. */
const OWN: readonly string[] = ['fonctions-support', 'vie-associative', 'formation']

const GROUPS: readonly { id: string; title: string }[] = [
  ...REGIONS.map((id) => ({ id, title: REGION_NAMES[id] })),
  { id: 'ailleurs', title: 'Ailleurs, ou lieu non dit' },
  { id: 'association', title: 'L’association elle-même' }
]

function groupOf({ region, territory, programme }: FigureEngagement): string {
  if (REGIONS.some((id) => id === region)) return region
  return territory === 'optima' && OWN.includes(programme) ? 'association' : 'ailleurs'
}

function lineOf(one: FigureEngagement, context: FigureContext): SpansPanel['lines'][number] {
  const nowhere = one.territory === 'optima'
  const place = !nowhere ? one.territory_name : OWN.includes(one.programme) ? '' : 'lieu non dit'
  return {
    id: one.id,
    label: french(one.title),
    territory: nowhere ? '' : one.territory,
    hue: nowhere ? 'neutral' : one.hue,
    detail: [place, one.programme_name].filter((text) => text !== '').join(', '),
    kind: ENGAGEMENT_NAMES[one.kind],
    marks: one.marks,
    solid: !isFiltered(context) || one.selected,
    ...endsOf(one.start, one.end),
    when: engagementWhen(one),
    doubt: one.marks.includes('to_verify') ? french(one.note) : ''
  }
}

/** The reader's choice first; then by place and programme, so that two readings of one contract stand together. */
function inOrder(a: FigureEngagement, b: FigureEngagement): number {
  return (
    Number(b.selected) - Number(a.selected) ||
    a.territory_name.localeCompare(b.territory_name, 'fr') ||
    a.programme.localeCompare(b.programme, 'fr') ||
    a.start.localeCompare(b.start)
  )
}

/** One axis of years for all panels; the panel with the reader's choice first. */
export function spansPanels(all: readonly FigureEngagement[], context: FigureContext): SpansPanel[] {
  const axis = spanAxis(
    all.map(({ start, end }) => endsOf(start, end)),
    context.filters.year
  )
  const chosen = (panel: SpansPanel): boolean =>
    panel.lines.some(({ id }) => all.some((one) => one.id === id && one.selected))
  return GROUPS.flatMap(({ id, title }): SpansPanel[] => {
    const own = all.filter((one) => groupOf(one) === id).toSorted(inOrder)
    const lines = own.map((one) => lineOf(one, context))
    return own.length === 0 ? [] : [{ kind: 'spans', id, title, words: [], note: '', ...axis, lines }]
  }).toSorted((a, b) => Number(chosen(b)) - Number(chosen(a)))
}
