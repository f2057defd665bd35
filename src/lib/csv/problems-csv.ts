// How are the problems of a file taken away as a table that French Excel opens?

import { FRENCH_EXCEL, writeCsv } from './write-csv.ts'
import { french } from '../domain/format.ts'
import { problemWords } from '../domain/schemas/problem-words.ts'
import { severityOf, type RowProblem, type TableRules } from '../domain/schemas/rules.ts'

const COLUMNS = ['ligne', 'colonne', 'valeur', 'gravité', 'raison', 'remède'] as const

/** One row a problem. @param first the header and the byte order mark come before it */
export function problemsCsv(rules: TableRules, problems: readonly RowProblem[], first = true): string {
  const rows = problems.map((problem) => {
    const { reason, remedy } = problemWords(rules, problem)
    return {
      ligne: problem.line,
      colonne: rules.fields.find(({ key }) => key === problem.field)?.name ?? '',
      valeur: problem.value,
      gravité: severityOf(problem) === 'error' ? 'refusée' : 'gardée',
      raison: french(reason),
      remède: french(remedy)
    }
  })
  const text = writeCsv(COLUMNS, rows, FRENCH_EXCEL)
  return first ? text : text.slice(text.indexOf('\n') + 1)
}
