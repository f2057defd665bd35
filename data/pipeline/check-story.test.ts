import { expect, it } from 'vitest'
import { storySteps } from './check-story.ts'
import { problemText } from './problem.ts'
import type { DataRow, Reading } from './read-tables.ts'
import { storyOf } from './story.ts'

const row = (line: number, id: string, told_with: string, number = '', millesime = 2021): DataRow => ({
  file: `data/${millesime}/highlights.csv`,
  line,
  millesime,
  values: { id, told_with, number }
})
const check = (...highlights: DataRow[]): string[] =>
  storySteps({ tables: { highlights } } as unknown as Reading).map(problemText)

it('takes steps, and facts beside a step of the same year', () => {
  const rows = [row(2, 'ete', '', 'actes'), row(3, 'piscines', 'ete')]
  expect(check(...rows)).toEqual([])
  expect(storyOf(rows)).toEqual([
    { id: 'ete', year: 2021, told_with: '', number: 'actes' },
    { id: 'piscines', year: 2021, told_with: 'ete', number: '' }
  ])
})

it.each([
  [
    'a fact beside a fact that is no step',
    [row(2, 'a', ''), row(3, 'b', 'a'), row(4, 'c', 'b')],
    'data/2021/highlights.csv, ligne 4, colonne « told_with » : « b » n’est pas une étape : il est raconté avec « a ». Attendu : un fait dont « told_with » est vide.'
  ],
  [
    'a step of another year',
    [row(2, 'a', ''), row(2, 'b', 'a', '', 2022)],
    'data/2022/highlights.csv, ligne 2, colonne « told_with » : « a » est d’un autre millésime. Attendu : une étape de la même année.'
  ],
  [
    'a number for what is no step',
    [row(2, 'a', ''), row(3, 'b', 'a', 'actes')],
    'data/2021/highlights.csv, ligne 3, colonne « number » : un chiffre pour un fait qui n’est pas une étape. Attendu : le chiffre de « a ».'
  ]
])('refuses %s', (_name, rows, message) => {
  expect(check(...rows)).toEqual([message])
})
