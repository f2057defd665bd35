// What must be asked before a visitor's observations can be drawn as the dashboard draws ours?

import type { Catalogue } from '../domain/catalogue.ts'
import { knownFilters } from '../domain/catalogue.ts'
import { defaultFilters } from '../domain/filters.ts'
import type { Question, Row } from '../engine/engine.ts'
import { askCatalogue, askDashboard, type DashboardAnswer } from '../figures/dashboard.ts'
import type { Outline } from '../map/outline.ts'
import { toFigureRow } from '../query/figure-row.ts'
import { everyRow } from '../query/own.ts'
import { comparePublished } from './compare-published.ts'

export interface OpenedObservations {
  catalogue: Catalogue
  initial: DashboardAnswer
  outline: Outline
  compared: ReturnType<typeof comparePublished>
}

/** @param outlineUrl land and rivers of the drawn map @throws what `ask` throws */
export async function openObservations(
  ask: (question: Question) => Promise<Row[]>,
  outlineUrl: string
): Promise<OpenedObservations> {
  const [catalogue, own, published, outline] = await Promise.all([
    askCatalogue(ask),
    ask(everyRow('own')),
    ask(everyRow('published')),
    fetch(outlineUrl).then((response) => response.json() as Promise<Outline>)
  ])
  const initial = await askDashboard(ask, defaultFilters(knownFilters(catalogue)))
  return {
    catalogue,
    initial,
    outline,
    compared: comparePublished(own.map(toFigureRow), published.map(toFigureRow))
  }
}
