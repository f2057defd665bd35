// What is wrong with a CSV as a file: its quotes, the length of its rows, the names of its columns?

import type { CsvIssue } from '../../src/lib/csv/read-csv.ts'
import { nearest, type Problem } from './problem.ts'

export const wholeFile = (file: string, wrong: string, expected: string): Problem => ({
  file,
  row: null,
  column: '',
  value: '',
  wrong,
  expected
})

function issueProblem(file: string, issue: CsvIssue): Problem {
  const at = { file, row: issue.line, column: '', value: '' }
  switch (issue.code) {
    case 'empty_file':
      return wholeFile(file, 'fichier vide.', 'une ligne de noms de colonnes, puis les lignes')
    case 'blank_header':
      return { ...at, wrong: `la colonne n° ${issue.position} n’a pas de nom.`, expected: '' }
    case 'twin_header':
      return { ...at, column: issue.column, wrong: 'colonne en double.', expected: '' }
    case 'ragged_row':
      return {
        ...at,
        wrong: `${issue.found} cellules.`,
        expected: `${issue.expected} cellules, comme la première ligne ; un texte qui contient une virgule se met entre guillemets`
      }
    case 'bad_quote':
      return {
        ...at,
        wrong: 'un guillemet n’est pas fermé, ou l’est trop tôt.',
        expected: 'un texte entre guillemets droits, un guillemet à l’intérieur étant doublé'
      }
  }
}

/** Without what follows from another fault: rows are ragged when the header is wrong, or a quote is. */
export function issueProblems(file: string, issues: readonly CsvIssue[], unknownColumns: boolean): Problem[] {
  const wrongHeader =
    unknownColumns || issues.some(({ code }) => code === 'twin_header' || code === 'blank_header')
  const quotes = new Set(issues.filter(({ code }) => code === 'bad_quote').map(({ line }) => line))
  return issues
    .filter(({ code, line }) => code !== 'ragged_row' || !(wrongHeader || quotes.has(line)))
    .map((issue) => issueProblem(file, issue))
}

/** A missing column and an unknown one that resemble each other are one renamed column. */
export function headerProblems(
  file: string,
  header: readonly string[],
  wanted: readonly string[]
): Problem[] {
  const missing = wanted.filter((name) => !header.includes(name))
  const renamed = new Set<string>()
  const unknown = header.filter((name) => name.trim() !== '' && !wanted.includes(name))
  const extra = unknown.map((name): Problem => {
    const meant = nearest(name, missing)
    if (meant !== null) renamed.add(meant)
    const expected = meant === null ? `les colonnes ${wanted.join(', ')}` : `« ${meant} »`
    return { file, row: 1, column: name, value: name, wrong: 'colonne inconnue.', expected }
  })
  const absent = missing
    .filter((name) => !renamed.has(name))
    .map((name): Problem => ({
      file,
      row: 1,
      column: name,
      value: '',
      wrong: 'colonne absente.',
      expected: `les colonnes ${wanted.join(', ')}`
    }))
  return [...extra, ...absent]
}
