// What stands side by side? Sections of lines by comparability group, then what is computed, then what stands alone.

import type { IndicatorKind } from '../domain/rows.ts'
import { french } from '../domain/format.ts'
import { labelOf } from '../figures/words.ts'
import type { CompareData } from './compare-data.ts'
import { absentMoney, actsGuard, emptyWords, moneyGuard, meansGuard, peopleGuard } from './guard.ts'
import { type Alone, type Comparison, COMPUTED_SECTION, type Line, type Section } from './model.ts'
import { publishedLines } from './published.ts'
import { overMeansLines, perHeadLines } from './rates.ts'
import { relativeLines, shareLine } from './relations.ts'
import type { Subject } from './subjects.ts'

const OTHERS: readonly IndicatorKind[] = ['training', 'diplomas', 'waste', 'support', 'staff', 'tenders']
const OWN_SCALE = 'Comptes différents : chacun son échelle'

/** How many columns have a value of this line? */
export function filled({ cells }: Line): number {
  return cells.filter(({ values }) => values.length > 0).length
}

function produitSection(subjects: readonly Subject[], data: CompareData): Section {
  const published = publishedLines(subjects, ['money'], data.year).map((line) => ({
    ...line,
    cells: line.cells.map((cell, column) =>
      cell.values.length > 0 ? cell : { ...cell, words: absentMoney(subjects[column], data) }
    )
  }))
  const share = shareLine(subjects, data)
  return {
    id: 'produit',
    title: 'Produit',
    comparable: true,
    tag: published.some((line) => filled(line) > 1)
      ? french('Même unité, même définition : comparables')
      : '',
    guard: moneyGuard(subjects),
    lines: [...published, ...relativeLines(subjects, ['money']), ...(share === null ? [] : [share])],
    empty: published.length === 0 ? emptyWords('money', subjects, data) : ''
  }
}

/** Lines of kinds that no column shares a word of; `shared` keeps those that two columns or more have. */
function countSection(
  base: Pick<Section, 'id' | 'title' | 'guard'>,
  kinds: readonly [IndicatorKind, ...IndicatorKind[]],
  subjects: readonly Subject[],
  data: CompareData,
  shared: boolean
): Section {
  const all = publishedLines(subjects, kinds, data.year)
  const lines = shared ? all.filter((line) => filled(line) > 1) : all
  return {
    ...base,
    comparable: false,
    tag: lines.length === 0 ? '' : french(OWN_SCALE),
    guard: lines.length === 0 ? null : base.guard,
    lines,
    empty: all.length === 0 ? emptyWords(kinds[0], subjects, data) : ''
  }
}

function computedSection(subjects: readonly Subject[], data: CompareData): Section {
  const lines = [
    ...relativeLines(subjects, ['people', 'acts']),
    ...perHeadLines(subjects, data),
    ...overMeansLines(subjects, data)
  ]
  return {
    id: COMPUTED_SECTION,
    title: 'Rapporté aux habitants et aux moyens',
    comparable: false,
    tag: lines.length === 0 ? '' : 'calculé par nous, formule sous chaque valeur',
    guard: null,
    lines,
    empty:
      lines.length === 0
        ? french(
            'Rien ne se calcule ici : aucun acte n’a, pour le même territoire, le même dispositif et la même période, de médiateurs, d’habitants ou de produit publiés.'
          )
        : ''
  }
}

const nameOf = (subject: Subject, id: string): string => {
  const row = subject.rows.find((one) => one.id === id)
  return row === undefined ? '' : labelOf(row)
}

/** What one column alone publishes, of the kinds whose lines are kept for two columns or more. */
function aloneOf(subjects: readonly Subject[], data: CompareData): Alone[] {
  const lines = publishedLines(subjects, ['means', 'places', ...OTHERS], data.year).filter(
    (line) => filled(line) === 1
  )
  if (lines.length === 0) return []
  return subjects.map((subject, column) => {
    const values = lines.flatMap((line) =>
      (line.cells[column]?.values ?? []).map((value) => ({
        ...value,
        what: nameOf(subject, value.entry.id),
        fraction: null
      }))
    )
    return { subject, values }
  })
}

/** @param subjects two to four, of one kind */
export function buildComparison(subjects: readonly Subject[], data: CompareData): Comparison {
  const sections = [
    produitSection(subjects, data),
    countSection(
      { id: 'personnes', title: 'Personnes', guard: peopleGuard(subjects) },
      ['people'],
      subjects,
      data,
      false
    ),
    countSection(
      { id: 'actes', title: 'Actes', guard: actsGuard(subjects, data) },
      ['acts'],
      subjects,
      data,
      false
    ),
    countSection(
      { id: 'moyens', title: 'Moyens', guard: meansGuard(subjects, data) },
      ['means', 'places'],
      subjects,
      data,
      true
    ),
    countSection(
      { id: 'autres', title: 'Formation et autres comptes', guard: null },
      ['training', 'diplomas', 'waste', 'support', 'staff', 'tenders'],
      subjects,
      data,
      true
    ),
    computedSection(subjects, data)
  ]
  // Nothing shared and nothing absent to explain: the values stand under what has no counterpart.
  const kept = sections.filter(
    ({ id, lines, empty }) => lines.length > 0 || (empty !== '' && id !== 'autres')
  )
  return { subjects, sections: kept, alone: aloneOf(subjects, data) }
}
