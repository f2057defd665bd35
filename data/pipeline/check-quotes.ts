// Do quotes and wordings stand in the report, word for word?

import { fold, placesOf, quotePieces } from './fold.ts'
import { shown } from './problem.ts'
import { at, text, type Rule } from './rule.ts'
import { fieldsOf, TABLES } from './schema.ts'

/** Each piece of a quote stands in the text of the source, white space folded. */
export const quotes: Rule = ({ tables, sources }) => {
  const folded = new Map<string, string>()
  for (const { values } of tables.sources) {
    const source = sources.get(text(values, 'file'))
    if (source !== undefined) folded.set(text(values, 'id'), fold(source))
  }
  return TABLES.filter((table) => fieldsOf(table).some(([, field]) => field.is === 'quote')).flatMap(
    (table) =>
      tables[table].flatMap((row) => {
        const source = folded.get(text(row.values, 'source'))
        if (source === undefined) return []
        return quotePieces(text(row.values, 'quote'))
          .filter((piece) => placesOf(piece, source).length === 0)
          .map((piece) =>
            at(
              row,
              'quote',
              `${shown(piece)} n’est pas dans le texte de la source.`,
              'les mots du rapport à la lettre, morceaux séparés par « | » ou « […] »'
            )
          )
      })
  )
}

/** The words of an indicator are those of a report, or none. */
export const wordings: Rule = ({ tables, sources }) => {
  const folded = [...sources.values()].map(fold)
  return tables.indicators.flatMap((row) =>
    quotePieces(text(row.values, 'wording'))
      .filter((piece) => folded.length > 0 && !folded.some((source) => placesOf(piece, source).length > 0))
      .map((piece) =>
        at(
          row,
          'wording',
          `${shown(piece)} n’est dans le texte d’aucune source.`,
          'les mots du rapport à la lettre, ou rien'
        )
      )
  )
}
