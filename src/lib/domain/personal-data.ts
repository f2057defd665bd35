// Does a column of a journal look like personal data? By its name, then by what stands in it; when in doubt, yes.
//
// A journal is made publishable by counting; what names, reaches or locates somebody has no place in it, whatever is done
// with it afterwards. The message never holds a value: it may be read by somebody who should not.

import { foldCode } from './schemas/code-lists.ts'

export const PERSONAL_KINDS = [
  'name',
  'email',
  'phone',
  'birth_date',
  'social_number',
  'bank',
  'address',
  'coordinates',
  'free_text'
] as const
export type PersonalKind = (typeof PERSONAL_KINDS)[number]

export interface SampledColumn {
  name: string
  /** Different texts of the column, a thousand are enough; empty ones are left out. */
  samples: readonly string[]
  /** The column is one of the declared fields, whose cells have rules of their own. */
  declared: boolean
}

export interface PersonalColumn {
  column: string
  kind: PersonalKind
  /** French sentence: what was seen. */
  reason: string
  /** French sentence: what to do. */
  remedy: string
}

const KIND_WORDS: Readonly<Record<PersonalKind, { what: string; remedy: string }>> = {
  name: {
    what: 'des noms de personnes',
    remedy: 'Retirez la colonne : un acte se compte sans dire qui l’a fait ni pour qui.'
  },
  email: { what: 'des adresses électroniques', remedy: 'Retirez la colonne.' },
  phone: { what: 'des numéros de téléphone', remedy: 'Retirez la colonne.' },
  birth_date: {
    what: 'des dates de naissance',
    remedy: 'Retirez la colonne ; si l’âge compte, ajoutez plutôt une tranche large, comme « mineur ».'
  },
  social_number: {
    what: 'des numéros de sécurité sociale',
    remedy:
      'Retirez la colonne, et vérifiez pourquoi elle existe : ce numéro n’a pas sa place dans un journal.'
  },
  bank: { what: 'des coordonnées bancaires', remedy: 'Retirez la colonne.' },
  address: {
    what: 'des adresses postales',
    remedy: 'Remplacez l’adresse par le site ou la commune, dans la colonne « lieu ».'
  },
  coordinates: {
    what: 'des coordonnées précises',
    remedy: 'Remplacez le point par le site ou la commune, dans la colonne « lieu ».'
  },
  free_text: {
    what: 'du texte libre',
    remedy: 'Retirez la colonne : un récit peut désigner quelqu’un sans le nommer.'
  }
}

/** Folded words (`foldCode`) of a header, whole or as one of its words. */
const NAMES: readonly (readonly [PersonalKind, RegExp])[] = [
  ['email', /\b(e ?mails?|mails?|courriels?|adresse (electronique|mail))\b/],
  ['phone', /\b(tel|telephones?|portables?|mobiles?|gsm|phone)\b/],
  ['birth_date', /\b(naissance|ddn|nee? le|date nais|birth\w*|dob)\b/],
  ['social_number', /\b(nir|secu|securite sociale|ssn|numero ss|no ss|insee personne)\b/],
  ['bank', /\b(iban|rib|bic|compte bancaire)\b/],
  ['coordinates', /\b(lat|latitude|lon|lng|long|longitude|gps|coordonnees|geoloc\w*|geometry|wkt)\b/],
  ['address', /\b(adresses?|address|rue|voie|domicile)\b/],
  [
    'name',
    /\b(noms?|prenoms?|patronyme|name|firstname|lastname|surname|identite|civilite|initiales|usager|beneficiaire|habitant|eleve|detenue?|mediateurs?|mediatrices?|agent|intervenante?|redacteur|redactrice|auteur|saisi par|referente?|contact|pseudo)\b/
  ],
  [
    'free_text',
    /\b(commentaires?|observations?|remarques?|notes?|description|recit|texte|text|details?|precisions?|compte rendu|resume|situation)\b/
  ]
]

const EMAIL = /[^\s@]+@[^\s@]+\.[a-z]{2,}/i
const PHONE = /^\(?(?:(?:\+|00)\s?33\)?[\s.-]?(?:\(0\))?|0)\s?[1-9](?:[\s./-]?\d{2}){4}$/
const SOCIAL =
  /^([12])\s?(\d{2})\s?(0[1-9]|1[0-2]|[2-9]\d)\s?(\d{2}|2[AB])\s?(\d{3})\s?(\d{3})(?:\s?\/?\s?(\d{2}))?$/i
const IBAN = /^[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){3,7}(?:\s?[A-Z0-9]{1,4})?$/
const STREET =
  /\b\d+\s*(?:bis|ter)?\s*,?\s+(?:rue|avenue|av|bd|boulevard|place|all[ée]e|chemin|impasse|quai|square|cours|route|lotissement)\b/i
const POINT = /^\(?\s*-?\d{1,3}[.,]\d{3,}\s*[,;/ ]\s*-?\d{1,3}[.,]\d{3,}\s*\)?$/
const PRECISE = /^-?\d{1,3}[.,]\d{4,}$/
const CIVIL = /^(?:m|mr|mme|mlle|monsieur|madame|mademoiselle)\.?\s+\p{Lu}/iu
const PERSON =
  /^(?:\p{Lu}[\p{Ll}'’]+(?:-\p{Lu}\p{Ll}+)?\s+\p{Lu}[\p{L}'’-]+|\p{Lu}[\p{Lu}'’-]+\s+\p{Lu}[\p{Ll}'’]+(?:-\p{Lu}\p{Ll}+)?)$/u
const DAY = /^(?:(\d{4})-\d{2}-\d{2}|\d{1,2}[/.-]\d{1,2}[/.-](\d{4}|\d{2}))\b/

/** Frequent first names in France, those of a word (Rose, Pierre, Martin as a place) left out. */
const FIRST_NAMES = new Set(
  'abdel adam ahmed alain alexandre ali alice aminata amina anne antoine arthur aurelie aya benjamin bernard brigitte camille caroline catherine cedric chantal charlotte chloe christelle christian christine christophe clement daniel david delphine denis didier djibril dominique elise elodie emilie emma emmanuel enzo eric fanny fatima fatou fatoumata francois francoise frederic gabriel gilles guillaume gerard hassan helene henri hugo ibrahim ines isabelle jacqueline jacques jean jeanne jerome johanna jonathan julie julien karim karine kevin khadija laetitia laurence laurent lea leila lola louis lucas lucie ludovic malika mamadou manon marc marie mariam mathieu mathilde maxime mehdi michel michele mohamed mohammed monique moussa myriam nadia nathalie nicolas nicole noah olivier pascal patricia patrick paul pauline philippe rachid raphael robert romain samir samuel sandrine sarah sebastien serge simon sofiane sonia sophie stephane stephanie sylvie theo thierry thomas valerie veronique victor vincent virginie william yacine yanis yann yasmine youssef yves zoe'.split(
    ' '
  )
)

/** The key of a social number, where it is written, must be right; without it the form must do. */
function isSocial(text: string): boolean {
  const match = SOCIAL.exec(text.trim())
  if (match === null) return false
  const [, sex = '', year = '', month = '', place = '', commune = '', order = '', key] = match
  if (key === undefined) return true
  const department = place.toUpperCase().replace('2A', '19').replace('2B', '18')
  const number = BigInt(`${sex}${year}${month}${department}${commune}${order}`)
  return 97n - (number % 97n) === BigInt(key)
}

/** What a place begins with, a person hardly ever: "Le Blosne", "Saint Martin". */
const PLACE =
  /^(?:le|la|les|st|ste|saint|sainte|nord|sud|est|ouest|centre|quartier|place|pont|port|grand|grande|petit|petite|haut|bas|vieux|ville|parc|plateau|cite|zone|ecole|college|piscine|secteur)\b/

/** With a civility, a frequent first name at either end, or the look of a name: two words, both with a capital. */
function isName(text: string): boolean {
  const folded = foldCode(text)
  const [first = '', ...rest] = folded.split(' ')
  if (CIVIL.test(text) || FIRST_NAMES.has(first) || FIRST_NAMES.has(rest.at(-1) ?? '')) return true
  return PERSON.test(text) && !PLACE.test(folded)
}

/** A date from more than five years before the latest of its column: births spread, acts do not. */
function areBirths(samples: readonly string[]): number {
  const years = samples.flatMap((text) => {
    const match = DAY.exec(text.trim())
    const written = match?.[1] ?? match?.[2]
    if (written === undefined) return []
    const year = Number(written)
    return [written.length === 4 ? year : year > 30 ? 1900 + year : 2000 + year]
  })
  const last = Math.max(...years)
  return years.filter((year) => year >= 1900 && year < last - 5).length
}

const words = (text: string): number => text.trim().split(/\s+/).length

interface Look {
  kind: PersonalKind
  count: (samples: readonly string[]) => number
  /** Share of the different texts from which on the column is taken for that. */
  share: number
  /** Looked for in declared columns as well. */
  anywhere?: true
}

const each =
  (test: (text: string) => boolean) =>
  (samples: readonly string[]): number =>
    samples.filter((text) => test(text.trim())).length

const LOOKS: readonly Look[] = [
  { kind: 'email', count: each((text) => EMAIL.test(text)), share: 0, anywhere: true },
  { kind: 'social_number', count: each(isSocial), share: 0.02, anywhere: true },
  { kind: 'phone', count: each((text) => PHONE.test(text)), share: 0.02, anywhere: true },
  { kind: 'bank', count: each((text) => IBAN.test(text)), share: 0.1 },
  { kind: 'address', count: each((text) => STREET.test(text)), share: 0.02, anywhere: true },
  { kind: 'coordinates', count: each((text) => POINT.test(text)), share: 0.1, anywhere: true },
  { kind: 'coordinates', count: each((text) => PRECISE.test(text)), share: 0.5 },
  { kind: 'birth_date', count: areBirths, share: 0.3 },
  { kind: 'name', count: each(isName), share: 0.2 },
  { kind: 'free_text', count: each((text) => text.length > 60 || words(text) > 6), share: 0.05 }
]

/** What a column looks like; null when like nothing personal. */
export function personalColumn({ name, samples, declared }: SampledColumn): PersonalColumn | null {
  const folded = foldCode(name)
  const named = declared ? undefined : NAMES.find(([, pattern]) => pattern.test(folded))
  if (named !== undefined) {
    const { what, remedy } = KIND_WORDS[named[0]]
    return { column: name, kind: named[0], reason: `Son nom annonce ${what}.`, remedy }
  }
  const texts = samples.filter((text) => text.trim() !== '')
  for (const { kind, count, share, anywhere } of LOOKS) {
    if (declared && anywhere !== true) continue
    const found = count(texts)
    if (found === 0 || found < share * texts.length) continue
    const { what, remedy } = KIND_WORDS[kind]
    const of = texts.length === 1 ? 'sa seule valeur' : `${found} des ${texts.length} valeurs lues`
    return { column: name, kind, reason: `On y lit ce qui ressemble à ${what} (${of}).`, remedy }
  }
  return null
}

/** Every column that must go before the journal is read. */
export function personalColumns(columns: readonly SampledColumn[]): PersonalColumn[] {
  return columns.map(personalColumn).filter((found) => found !== null)
}

/** One line for a console or a list: column, reason, remedy. */
export function personalText({ column, reason, remedy }: PersonalColumn): string {
  return `Colonne « ${column} » : ${reason} ${remedy}`
}
