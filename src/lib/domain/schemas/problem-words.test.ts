import { expect, it } from 'vitest'
import { OBSERVATIONS } from './observations.ts'
import { problemWords } from './problem-words.ts'
import { PROBLEM_CODES, type ProblemCode } from './rules.ts'

const wordsOf = (code: ProblemCode, detail = '2', field = 'mark') =>
  problemWords(OBSERVATIONS, { field, value: '', code, detail })

it('says another thing of every problem, each with what to do, in whole sentences', () => {
  const said = PROBLEM_CODES.map((code) => wordsOf(code))
  for (const { reason, remedy } of said)
    for (const words of [reason, remedy]) expect(words).toMatch(/^[A-ZÉ«].{8,}[.?]$|^[A-ZÉ].+ \(""\)\.$/u)
  expect(new Set(said.map(({ reason }) => reason)).size).toBe(PROBLEM_CODES.length)
})

it.each<[ProblemCode, string, string, 'reason' | 'remedy', string]>([
  ['ragged_row', '7/8', '', 'reason', 'La ligne a 7 cellules, l’en-tête en a 8.'],
  ['missing', '', 'value', 'remedy', 'Donnez une valeur, par exemple « 412 ».'],
  ['missing', '', 'nothing', 'remedy', 'Donnez une valeur, par exemple «  ».'],
  ['too_long', '4000', 'note', 'reason', 'Le texte dépasse 4\u202f000 caractères.'],
  ['scaled_number', '', 'value', 'remedy', 'Écrivez-le en entier.'],
  ['scaled_number', '449000', 'value', 'remedy', 'Écrivez-le en entier : 449\u202f000.'],
  ['serial_day', '2022-03-14', 'period_start', 'remedy', 'ce serait le 14 mars 2022.'],
  ['too_low', '0', 'value', 'reason', 'Le nombre est négatif.'],
  ['too_low', '12', 'value', 'reason', 'Le nombre est inférieur à 12.'],
  ['too_low', '12', 'value', 'remedy', 'au moins 12.'],
  ['too_high', '1440', 'value', 'reason', 'Le nombre dépasse 1\u202f440.'],
  ['too_high', '1440', 'value', 'remedy', 'est 1\u202f440.'],
  ['too_early', '1993-01-01', 'period_start', 'reason', 'au 01/01/1993.'],
  ['too_late', '2023-06-30', 'period_start', 'reason', 'au 30/06/2023.'],
  ['unknown_code', '', 'territory', 'remedy', 'Choisissez dans la liste des codes connus.'],
  ['unknown_code', 'orvault', 'territory', 'remedy', 'Vouliez-vous dire « orvault » ?'],
  ['ambiguous_code', 'a|b', 'territory', 'reason', 'plusieurs codes : a, b.'],
  ['unknown_word', 'actes, jours', 'unit', 'remedy', 'l’un de ces mots : actes, jours.'],
  ['twin_word', 'about', 'mark', 'reason', 'Le mot « environ » est répété.'],
  ['twin_word', 'unheard', 'mark', 'reason', 'Le mot « unheard » est répété.'],
  ['wrong_order', '2022-01-01', 'period_end', 'reason', 'le 01/01/2022.'],
  ['disagrees', 'acts', 'unit', 'reason', 'compté en « actes ».'],
  ['disagrees', 'acts', 'unit', 'remedy', 'Écrivez « actes », ou'],
  ['disagrees', 'acts', 'territory', 'reason', 'compté en « acts ».'],
  ['given_without', 'computed', 'formula', 'remedy', 'dans « marque », ou'],
  ['not_alone', 'about', 'mark', 'reason', '« exact » et « environ » s’excluent.'],
  ['unknown_row', 'x-1', 'contradicts', 'reason', 'l’identifiant « x-1 ».'],
  ['taken', '1200', 'id', 'reason', 'ligne 1\u202f200.'],
  ['repeated', '1200', '', 'reason', 'la ligne 1\u202f200.']
])('%s of %j in %s: its %s has %j', (code, detail, field, part, words) => {
  expect(wordsOf(code, detail, field)[part]).toContain(words)
})
