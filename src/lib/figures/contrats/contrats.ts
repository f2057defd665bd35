// Which contracts and projects begin, go on or end, and until when? As far as the report dates them.

import type { FigureRow } from '../../domain/figure-rows.ts'
import { french } from '../../domain/format.ts'
import { plural } from '../../domain/sentence.ts'
import { nothingPublished } from '../empty.ts'
import type { Figure, FigureContext, FigureModel } from '../figure.ts'
import { drawingOf, numbersPanel } from '../frame/bars.ts'
import type { Panel } from '../frame/drawing.ts'
import { engagementEntry, toEntry } from '../frame/entry.ts'
import { spansPanels } from './lines.ts'
import { contractSentence, contractTitle, type Engagements } from './words.ts'

function panelsOf(numbers: readonly FigureRow[], all: Engagements, context: FigureContext): Panel[] {
  const items = numbers.map((row) => ({
    row,
    label: plural(row.value, row.indicator_singular, row.indicator_name),
    detail: row.territory === 'optima' ? 'tout Optima' : `${row.territory_name}, ${row.programme_name}`
  }))
  const spans = spansPanels(all, context)
  return items.length === 0 ? spans : [numbersPanel('comptes', '', items), ...spans]
}

function build(rows: readonly FigureRow[], context: FigureContext, all: Engagements): FigureModel {
  // The report gives some counts twice, in a text and in its heading: one of them is enough.
  const numbers = rows.filter(
    (row, i) =>
      rows.findIndex(({ indicator, value }) => indicator === row.indicator && value === row.value) === i
  )
  const cities = numbers.find(({ indicator }) => indicator === 'new_cities')
  const none = !all.some(({ selected }) => selected)
  return {
    title: french(contractTitle(all, cities, context)),
    subtitle: french(
      `Contrats et projets dont parle le rapport ${context.filters.year}, selon que leur fin est publiée ou non ; sur une ligne d’années quand elle l’est`
    ),
    sentence: contractSentence(all, cities, context),
    note: french(
      'Une fin non publiée n’est ni un contrat sans fin ni un contrat fini. Un même contrat a plusieurs lignes quand le rapport en dit plusieurs choses.'
    ),
    entries: [...numbers.map(toEntry), ...all.map(engagementEntry)],
    drawing: drawingOf(panelsOf(numbers, all, context)),
    empty: none
      ? nothingPublished('Le rapport ne parle d’aucun contrat ici', 'de contrat ni de projet', context)
      : null
  }
}

export const contrats: Figure = {
  id: 'contrats',
  question: 'Quels contrats et projets commencent, continuent ou finissent, et jusqu’à quand ?',
  reading:
    'Une ligne par chose dite d’un contrat ou d’un projet. Là où une fin est publiée, un axe d’années. Plein : certain ; clair : à un moment de l’année ou du mois donné ; pointillé : début non publié ; flèche : au moins jusque-là. Les autres sont en liste : sans fin, il n’y a pas de durée à dessiner.',
  indicators: ['new_cities', 'contracts_renewed'],
  needs: ['engagements'],
  build: (rows, context, { engagements }) => build(rows, context, engagements)
}
