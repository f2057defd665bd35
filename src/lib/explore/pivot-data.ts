// What does the explorer read? Every observation with its names, and what decides whether two may meet.

import type { Ask } from '../figures/dashboard.ts'
import { catalogueQuestions, toCatalogue } from '../query/catalogue.ts'
import { groupsQuestion, toGroup } from '../query/compare.ts'
import { toFigureRow, toSecretRow } from '../query/figure-row.ts'
import { methodQuestions } from '../query/method.ts'
import { everySecret } from '../query/published.ts'
import type { PivotData } from './pivot.ts'

/** @throws what `ask` throws, and `data_unreadable` for a row of another shape. */
export async function askPivot(ask: Ask): Promise<PivotData> {
  const [rows, secrets, groups, territories, programmes, years] = await Promise.all([
    ask(methodQuestions.rows),
    ask(everySecret),
    ask(groupsQuestion),
    ask(catalogueQuestions.territories),
    ask(catalogueQuestions.programmes),
    ask(catalogueQuestions.years)
  ])
  const catalogue = toCatalogue({ territories, programmes, years })
  return {
    rows: rows.map(toFigureRow),
    secrets: secrets.map(toSecretRow),
    groups: groups.map(toGroup),
    territories: catalogue.territories,
    programmes: catalogue.programmes
  }
}
