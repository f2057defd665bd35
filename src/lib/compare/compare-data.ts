// Everything a comparison can say: all numbers of the year, the names and the groups. No engine is needed after it.

import type { FicheTerritory } from '../domain/fiche-rows.ts'
import type { FigureRow, SecretRow } from '../domain/figure-rows.ts'
import type { Filters } from '../domain/filters.ts'
import type { Group } from '../domain/rows.ts'
import type { Question, Row } from '../engine/engine.ts'
import { catalogueQuestions } from '../query/catalogue.ts'
import { groupsQuestion, toGroup } from '../query/compare.ts'
import { ficheQuestions, toFicheTerritory, toProgramme } from '../query/fiche.ts'
import { toFigureRow, toSecretRow } from '../query/figure-row.ts'
import { publishedQuestion, secretsQuestion } from '../query/published.ts'

export interface CompareTerritory extends Pick<
  FicheTerritory,
  'id' | 'name' | 'kind' | 'parent' | 'region' | 'hue' | 'population' | 'population_year'
> {
  /** INSEE codes, old ids and the spellings of the report. */
  aliases: string[]
}

export interface CompareProgramme {
  id: string
  name: string
  short_name: string
}

export interface CompareData {
  year: number
  /** Every number of the year, largest first inside a kind. */
  rows: FigureRow[]
  /** Counted in a journal, and hidden. */
  secrets: SecretRow[]
  territories: CompareTerritory[]
  /** Those with something published or done. */
  programmes: CompareProgramme[]
  groups: Group[]
}

/** @throws what `ask` throws, and `data_unreadable` for a row of another shape. */
export async function askCompare(
  ask: (question: Question) => Promise<Row[]>,
  filters: Filters
): Promise<CompareData> {
  const [rows, secrets, territories, programmes, groups, done] = await Promise.all([
    ask(publishedQuestion(filters)),
    ask(secretsQuestion(filters)),
    ask(ficheQuestions.territories),
    ask(ficheQuestions.programmes),
    ask(groupsQuestion),
    ask(catalogueQuestions.programmes)
  ])
  const known = new Set(done.map(({ id }) => id))
  return {
    year: filters.year,
    rows: rows.map(toFigureRow),
    secrets: secrets.map(toSecretRow),
    territories: territories.map(toFicheTerritory).map((one) => ({
      id: one.id,
      name: one.name,
      kind: one.kind,
      parent: one.parent,
      region: one.region,
      hue: one.hue,
      population: one.population,
      population_year: one.population_year,
      aliases: [one.insee, ...one.aliases, ...one.spellings].filter((alias) => alias !== '')
    })),
    programmes: programmes
      .map(toProgramme)
      .filter(({ id }) => known.has(id))
      .map(({ id, name, short_name }) => ({ id, name, short_name })),
    groups: groups.map(toGroup)
  }
}
