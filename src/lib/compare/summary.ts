// What is the finding, in words to read out or to paste? Computed from the comparison shown.

import { formatWords, french } from '../domain/format.ts'
import { MARK_TEXT, secretWords, wordMarks } from '../domain/marks.ts'
import { asSubject, capitalise, listWords, withDe } from '../domain/sentence.ts'
import { labelOf } from '../figures/words.ts'
import type { CompareData } from './compare-data.ts'
import { filled } from './comparison.ts'
import { type CellValue, type Comparison, type Line, linesOf } from './model.ts'
import type { Subject } from './subjects.ts'

const COUNTS = [
  'zéro',
  'un',
  'deux',
  'trois',
  'quatre',
  'cinq',
  'six',
  'sept',
  'huit',
  'neuf',
  'dix'
] as const
/** How to read marks, bars and absences; the same under the page and under its image. */
export const READING = french(
  'Hachures serrées : calculé. Contour tireté : période partielle. Flèche : au moins. « Non publié » n’est pas un zéro. Chaque ligne a son axe, qui part de zéro. Populations : INSEE.'
)

/** What stands under no comparison, and why; the same on the page and in its image. */
export const ALONE = {
  title: 'Sans équivalent',
  lead: french(
    'Ce que le rapport ne compte que dans une colonne. Rien n’y répond en face : ce n’est ni un zéro, ni un retard.'
  ),
  none: 'rien d’autre'
} as const

/** Masculine: "quatre territoires", "un seul compte". */
const count = (value: number): string => COUNTS[value] ?? String(value)

const named = (subject: Subject): string =>
  subject.kind === 'territory' ? asSubject(subject.name) : `« ${subject.short} »`

export function titleOf(subjects: readonly Subject[], year: number): string {
  const [first] = subjects
  if (subjects.length < 2) return french(`Comparer ${first?.short ?? ''}, ${year}`)
  const what = first?.kind === 'programme' ? 'dispositifs' : 'territoires'
  return subjects.length > 3
    ? `Comparer ${count(subjects.length)} ${what}, ${year}`
    : `Comparer ${listWords(subjects.map(({ short }) => short))}, ${year}`
}

/** "la région de Nantes reçoit entre 4,61 et 4,63 fois celui de la région de Rennes": the largest ratio to the reference. */
function moneyWords({ subjects, sections }: Comparison): string {
  const lines = sections.find(({ id }) => id === 'produit')?.lines ?? []
  const ratio = lines.find(({ id }) => id === 'ratio-revenue')
  const base = subjects[ratio?.cells.findIndex(({ words }) => words === 'référence') ?? -1]
  if (ratio === undefined || base === undefined) {
    const published = lines.find(({ id }) => id === 'revenue/eur')
    return published === undefined || filled(published) === 0
      ? 'Le produit ne se compare pas : il n’est publié pour aucune des colonnes.'
      : 'Le produit ne se compare pas : une seule colonne en publie un.'
  }
  const [best] = ratio.cells
    .map((cell, column) => ({ value: cell.values[0], subject: subjects[column] }))
    .toSorted((a, b) => (b.value?.value ?? 0) - (a.value?.value ?? 0))
  if (best?.value === undefined || best.subject === undefined) return ''
  return `Le produit se compare : celui ${withDe(best.subject.name)} vaut ${best.value.text} celui ${withDe(base.name)} (calculé).`
}

const isCount = (line: Line): boolean => !line.computed && line.group !== 'revenue'

function activityWords(comparison: Comparison): string {
  const { subjects } = comparison
  const lines = comparison.sections
    .filter(({ id }) => id === 'personnes' || id === 'actes')
    .flatMap(({ lines: own }) => own.filter(isCount))
  if (lines.length === 0) return 'Aucun acte, aucune personne n’y est compté.'
  const shared = lines.filter((line) => filled(line) > 1)
  const all = lines.filter((line) => filled(line) === subjects.length)
  const what = subjects[0]?.kind === 'programme' ? 'dispositifs' : 'territoires'
  const total = lines.length === 1 ? 'le seul compte' : `sur ${lines.length} comptes`
  if (shared.length === 0)
    return `L’activité ne se compare pas : ${total} d’actes et de personnes, aucun n’existe avec le même mot dans deux ${what}.`
  const everywhere =
    subjects.length === 2
      ? ''
      : all.length === 0
        ? `, aucun dans les ${count(subjects.length)}`
        : `, ${count(all.length)} dans tous`
  const verb = shared.length === 1 ? 'existe' : 'existent'
  return `L’activité se compare peu : ${total} d’actes et de personnes, ${shared.length === 1 ? 'un seul' : count(shared.length)} ${verb} avec le même mot dans deux ${what}${subjects.length === 2 ? '' : ' ou plus'}${everywhere}.`
}

/** Two sentences under the title. */
export function leadOf(comparison: Comparison): string {
  return french(`${moneyWords(comparison)} ${activityWords(comparison)}`)
}

/** "42 000 actions et plus (Médiation urbaine)" */
function valueWords({ entry, detail }: CellValue, subject: Subject): string {
  const row = subject.rows.find(({ id }) => id === entry.id)
  const least = entry.marks.includes('at_least')
  const marks = entry.marks.filter((mark) => mark !== 'at_least')
  const number = formatWords(entry.value ?? 0, entry.unit, marks)
  const name = entry.unit === 'eur' ? `de ${entry.what}` : row === undefined ? entry.what : labelOf(row)
  const aside = [
    detail,
    wordMarks(marks)
      .map((mark) => MARK_TEXT[mark].short)
      .join(', ')
  ]
  const where = aside.filter((part) => part !== '').join(', ')
  return `${number} ${name}${least ? ' et plus' : ''}${where === '' ? '' : ` (${where})`}`
}

/** The whole comparison as a text to paste: the lead, then what each column publishes, marks as words. */
export function textOf(comparison: Comparison, data: CompareData, address: string): string {
  const published = linesOf(comparison).filter((line) => !line.computed)
  const columns = comparison.subjects.map((subject, column) => {
    const values = published.flatMap((line) => line.cells[column]?.values ?? [])
    const words = [
      ...values.map((value) => valueWords(value, subject)),
      ...(subject.secrets.length === 0 ? [] : [secretWords(subject.secrets.length)])
    ]
    return `${capitalise(named(subject))} : ${words.length === 0 ? 'rien de publié' : words.join(' ; ')}.`
  })
  return french(
    [
      leadOf(comparison),
      ...columns,
      `Source : rapport d’activité ${data.year} d’Optima. Ce qui est compté autrement ne se classe pas et ne s’additionne pas.`,
      address
    ].join('\n')
  )
}
