// How is a problem of a row said in French: what is wrong, and what can be done about it?

import { formatDate, formatNumber } from '../format.ts'
import type { RowProblem, TableRules, FieldRule } from './rules.ts'

export interface ProblemWords {
  /** A sentence with its full stop. */
  reason: string
  /** What to do, a sentence with its full stop. */
  remedy: string
}

const number = (text: string): string => formatNumber(Number(text))

/** ISO day as 31/12/2022. */
const day = (iso: string): string => iso.split('-').toReversed().join('/')

/** Words of our own vocabulary by their French name. */
function french(field: FieldRule | undefined, code: string): string {
  if (field?.type.is !== 'word') return code
  return field.type.words.find((word) => word.code === code)?.french[0] ?? code
}

/** The kind of problem, without its cell: the heading of a list of problems. */
export function problemWords(rules: TableRules, problem: Omit<RowProblem, 'line'>): ProblemWords {
  const { code, detail } = problem
  const field = rules.fields.find(({ key }) => key === problem.field)
  const nameOf = (key: string): string => rules.fields.find((one) => one.key === key)?.name ?? key
  switch (code) {
    case 'ragged_row': {
      const [found = '', expected = ''] = detail.split('/')
      return {
        reason: `La ligne a ${found} cellules, l’en-tête en a ${expected}.`,
        remedy:
          'Cherchez un séparateur en trop ou en moins, ou une cellule qui contient le séparateur sans être entre guillemets.'
      }
    }
    case 'open_quote':
      return {
        reason: 'Un guillemet est mal placé, ou ouvert et jamais fermé.',
        remedy: 'Fermez le guillemet, ou doublez-le s’il fait partie du texte ("").'
      }
    case 'missing':
      return {
        reason: 'La cellule est vide.',
        remedy: `Donnez une valeur, par exemple « ${field?.example ?? ''} ».`
      }
    case 'too_long':
      return { reason: `Le texte dépasse ${number(detail)} caractères.`, remedy: 'Raccourcissez-le.' }
    case 'not_id':
      return {
        reason: 'Ce n’est pas un identifiant.',
        remedy: 'Écrivez des minuscules sans accent, des chiffres et des tirets.'
      }
    case 'not_number':
      return { reason: 'Ce n’est pas un nombre.', remedy: 'Écrivez un nombre seul, comme 1 234,5.' }
    case 'ambiguous_number':
      return {
        reason: 'Ce nombre se lit de deux façons : en milliers ou avec trois décimales.',
        remedy: 'Retirez le point s’il sépare les milliers, ou mettez une virgule s’il sépare les décimales.'
      }
    case 'scientific_number':
      return {
        reason: 'Le tableur a écrit ce nombre en puissance de dix et a pu en perdre des chiffres.',
        remedy: 'Mettez la colonne au format Nombre, puis enregistrez à nouveau.'
      }
    case 'scaled_number':
      return {
        reason: 'Le nombre est en milliers ou en millions.',
        remedy: detail === '' ? 'Écrivez-le en entier.' : `Écrivez-le en entier : ${number(detail)}.`
      }
    case 'not_integer':
      return { reason: 'Ce n’est pas un nombre entier.', remedy: 'Écrivez un nombre sans décimale.' }
    case 'not_day':
      return { reason: 'Ce n’est pas une date.', remedy: 'Écrivez le jour comme 31/12/2022 ou 2022-12-31.' }
    case 'no_such_day':
      return {
        reason: 'Ce jour n’existe pas dans le calendrier.',
        remedy: 'Vérifiez le jour et le mois, dans cet ordre.'
      }
    case 'short_year':
      return {
        reason: 'L’année n’a que deux chiffres.',
        remedy: 'Écrivez l’année sur quatre chiffres : 31/12/2022.'
      }
    case 'serial_day':
      return {
        reason: 'C’est un numéro de jour d’Excel, pas une date.',
        remedy: `Mettez la colonne au format Date : ce serait le ${formatDate(detail)}.`
      }
    case 'not_duration':
      return { reason: 'Ce n’est pas une durée.', remedy: 'Écrivez des minutes (45) ou des heures (1h30).' }
    case 'too_low':
      return {
        reason: detail === '0' ? 'Le nombre est négatif.' : `Le nombre est inférieur à ${number(detail)}.`,
        remedy: `Écrivez un nombre d’au moins ${number(detail)}.`
      }
    case 'too_high':
      return {
        reason: `Le nombre dépasse ${number(detail)}.`,
        remedy: `Vérifiez la valeur et son unité ; le plus grand nombre admis est ${number(detail)}.`
      }
    case 'too_early':
      return { reason: `La date est antérieure au ${day(detail)}.`, remedy: 'Vérifiez l’année.' }
    case 'too_late':
      return { reason: `La date est postérieure au ${day(detail)}.`, remedy: 'Vérifiez l’année.' }
    case 'unknown_code':
      return {
        reason: 'Ce nom ou ce code n’est pas connu.',
        remedy:
          detail === ''
            ? 'Choisissez dans la liste des codes connus.'
            : `Vouliez-vous dire « ${detail} » ? Sinon, choisissez dans la liste des codes connus.`
      }
    case 'ambiguous_code':
      return {
        reason: `Ce nom désigne plusieurs codes : ${detail.split('|').join(', ')}.`,
        remedy: 'Écrivez l’un de ces codes.'
      }
    case 'unknown_word':
      return { reason: 'Ce mot n’est pas connu.', remedy: `Écrivez l’un de ces mots : ${detail}.` }
    case 'twin_word':
      return { reason: `Le mot « ${french(field, detail)} » est répété.`, remedy: 'Gardez-le une fois.' }
    case 'wrong_order':
      return { reason: `La fin vient avant le début, le ${day(detail)}.`, remedy: 'Vérifiez les deux dates.' }
    case 'disagrees':
      return {
        reason: `La valeur ne s’accorde pas avec l’indicateur, compté en « ${french(field, detail)} ».`,
        remedy: `Écrivez « ${french(field, detail)} », ou choisissez un autre indicateur.`
      }
    case 'given_without':
      return {
        reason: 'Une formule est donnée sans la marque « calculé ».',
        remedy: `Ajoutez « calculé » dans « ${nameOf('mark')} », ou retirez la formule.`
      }
    case 'lacks':
      return { reason: 'La valeur est dite calculée, sans sa formule.', remedy: 'Donnez la formule.' }
    case 'not_alone': {
      const [mark, other] = [french(field, 'exact'), french(field, detail)]
      return { reason: `« ${mark} » et « ${other} » s’excluent.`, remedy: 'Gardez l’un ou l’autre.' }
    }
    case 'unknown_row':
      return {
        reason: `Aucune ligne ne porte l’identifiant « ${detail} ».`,
        remedy: 'Vérifiez l’identifiant, ou ajoutez la ligne.'
      }
    case 'taken':
      return {
        reason: `Cette valeur est déjà prise, ligne ${number(detail)}.`,
        remedy: 'Donnez une valeur unique.'
      }
    case 'repeated':
      return {
        reason: `La ligne est identique à la ligne ${number(detail)}.`,
        remedy: 'Elle est gardée ; retirez-la si elle a été collée deux fois.'
      }
  }
}
