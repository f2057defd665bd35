// How does a figure show what is secret? As entries without a value, in a panel of their own, said in its sentence: never 0.

import { french } from '../domain/format.ts'
import { MARK_TEXT, secretWords } from '../domain/marks.ts'
import { capitalise } from '../domain/sentence.ts'
import type { FigureRow, SecretRow } from '../domain/figure-rows.ts'
import { choiceWords } from './empty.ts'
import { type Extras, type Figure, type FigureContext, type FigureModel, isFiltered } from './figure.ts'
import type { SecretsPanel } from './frame/drawing.ts'
import { secretEntry } from './frame/entry.ts'

function panelOf(secrets: readonly SecretRow[], context: FigureContext): SecretsPanel {
  return {
    kind: 'secrets',
    id: 'secrets',
    title: 'Comptés, et secrets',
    words: [],
    note: french(MARK_TEXT.secret.definition),
    lines: secrets.map((row) => ({
      id: row.id,
      label: row.territory === 'optima' ? 'Tout Optima' : row.territory_name,
      detail: [row.indicator_name, row.programme_name].filter((text) => text !== '').join(', '),
      hue: row.territory === 'optima' ? 'neutral' : row.hue,
      territory: row.territory === 'optima' ? '' : row.territory,
      row: row.region,
      solid: !isFiltered(context) || row.selected
    }))
  }
}

/** The model with what is secret of its indicators; one that had nothing for this choice has that. */
function withSecrets(model: FigureModel, secrets: readonly SecretRow[], context: FigureContext): FigureModel {
  if (secrets.length === 0) return model
  const chosen = secrets.filter(({ selected }) => selected).length
  const entries = [...model.entries, ...secrets.map(secretEntry)]
  if (model.empty !== null && chosen === 0) return { ...model, entries }
  const said = chosen === 0 ? '' : french(`${capitalise(secretWords(chosen))} : ce n’est pas zéro.`)
  const drawing =
    model.drawing.map === null
      ? { ...model.drawing, panels: [...model.drawing.panels, panelOf(secrets, context)] }
      : model.drawing
  return {
    ...model,
    title:
      model.empty === null
        ? model.title
        : french(`${capitalise(choiceWords(context))} : ${secretWords(chosen)}`),
    sentence: [model.sentence, said].filter((text) => text !== '').join(' '),
    entries,
    drawing,
    empty: null
  }
}

/** The only way to a figure: what it builds of the numbers, and what is secret beside them. */
export function buildFigure(
  figure: Figure,
  rows: readonly FigureRow[],
  context: FigureContext,
  extras: Extras
): FigureModel {
  const shown = figure.shown?.(context) ?? figure.indicators
  const own = extras.secrets.filter(({ indicator }) => shown.includes(indicator))
  return withSecrets(figure.build(rows, context, extras), own, context)
}
