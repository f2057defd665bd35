// Which sentence sums up the reading of a file, and how is one kind of problem headed?

import type { ImportReport, ProblemKind } from '../csv/import-report.ts'
import { formatNumber } from '../domain/format.ts'
import { problemWords } from '../domain/schemas/problem-words.ts'
import type { TableRules } from '../domain/schemas/rules.ts'

const lines = (count: number): string => `${formatNumber(count)}\u00a0${count < 2 ? 'ligne' : 'lignes'}`

/** "1 204 lignes lues : 1 160 acceptées, 44 à corriger." */
export function reportSentence({ rows, accepted, refused, warned }: ImportReport): string {
  const read = `${lines(rows)} ${rows < 2 ? 'lue' : 'lues'}`
  const warning = warned === 0 ? '' : ` ${lines(warned)} à vérifier parmi elles.`
  if (refused === 0) return `${read}, ${rows < 2 ? 'acceptée' : 'toutes acceptées'}.${warning}`
  if (accepted === 0) return `${read}, ${rows < 2 ? 'à corriger' : 'toutes à corriger'}.`
  const kept = `${formatNumber(accepted)} ${accepted < 2 ? 'acceptée' : 'acceptées'}`
  return `${read}\u00a0: ${kept}, ${formatNumber(refused)} à corriger.${warning}`
}

/** "4 lignes : 3, 8, 13, 18" or, with more than are known, "24 lignes : 6, 11, 16, 21, 26…" */
export function linesSentence(count: number, first: readonly number[]): string {
  const more = count > first.length ? '…' : ''
  if (count === 1) return `ligne\u00a0${first.map((line) => formatNumber(line)).join('')}`
  return `${lines(count)}\u00a0: ${first.map((line) => formatNumber(line)).join(', ')}${more}`
}

export interface KindWords {
  /** French name of the column; '' for the row as a whole. */
  column: string
  /** What is wrong, a sentence. */
  reason: string
  count: string
}

/** The reason is that of the kind: facts of a single cell are left to its own line. */
export function kindWords(rules: TableRules, kind: ProblemKind): KindWords {
  const [first] = kind.first
  const problem = first ?? { field: kind.field, value: '', code: kind.code, detail: '' }
  const column = rules.fields.find(({ key }) => key === kind.field)?.title ?? ''
  return {
    column,
    reason: GENERAL[kind.code] ?? problemWords(rules, problem).reason,
    count: lines(kind.count)
  }
}

/** Where the words of one cell say something of that cell alone. */
const GENERAL: Partial<Record<ProblemKind['code'], string>> = {
  ragged_row: 'La ligne n’a pas autant de cellules que l’en-tête.',
  repeated: 'La ligne est identique à une autre.',
  taken: 'La valeur est déjà prise par une autre ligne.',
  ambiguous_code: 'Ce nom désigne plusieurs codes.',
  wrong_order: 'La fin vient avant le début.',
  disagrees: 'La valeur ne s’accorde pas avec l’indicateur.',
  unknown_row: 'Aucune ligne ne porte cet identifiant.',
  twin_word: 'Un mot est répété.',
  not_alone: 'Deux marques s’excluent.'
}
