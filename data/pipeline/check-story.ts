// Can the year be told from its highlights? Each is a step of its own, or stands beside one of the same year.

import { shown } from './problem.ts'
import { at, byId, text, type Rule } from './rule.ts'

export const storySteps: Rule = ({ tables }) => {
  const rows = byId(tables.highlights)
  return tables.highlights.flatMap((row) => {
    const name = text(row.values, 'told_with')
    const step = rows.get(name)
    if (step === undefined) return []
    const problems = []
    if (step === row)
      problems.push(
        at(row, 'told_with', 'le fait est raconté avec lui-même.', 'un autre fait, ou rien pour une étape')
      )
    else if (text(step.values, 'told_with') !== '')
      problems.push(
        at(
          row,
          'told_with',
          `${shown(name)} n’est pas une étape : il est raconté avec « ${text(step.values, 'told_with')} ».`,
          'un fait dont « told_with » est vide'
        )
      )
    else if (step.millesime !== row.millesime)
      problems.push(
        at(row, 'told_with', `${shown(name)} est d’un autre millésime.`, 'une étape de la même année')
      )
    if (text(row.values, 'number') !== '')
      problems.push(
        at(row, 'number', 'un chiffre pour un fait qui n’est pas une étape.', `le chiffre de ${shown(name)}`)
      )
    return problems
  })
}
