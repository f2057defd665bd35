// Is one cell what its column may hold, and which value is it?

import type { Scalar } from '../../src/lib/engine/engine.ts'
import { didYouMean, shown } from './problem.ts'
import type { Field } from './schema.ts'

export type CellResult = { ok: true; value: Scalar } | { ok: false; wrong: string; expected: string }

const good = (value: Scalar): CellResult => ({ ok: true, value })
const bad = (wrong: string, expected: string): CellResult => ({ ok: false, wrong, expected })

/** Pieces of a list cell; the empty cell has none. */
export function pieces(value: Scalar | undefined): string[] {
  return typeof value === 'string' && value !== '' ? value.split('|') : []
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`)
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
  )
}

/** A partial date is one if its first day is a day. */
function isDate(text: string): boolean {
  return isDay(text) || (/^\d{4}(-\d{2})?$/.test(text) && isDay(`${text}-01-01`.slice(0, 10)))
}

function readNumber(field: Field & { is: 'number' | 'integer' }, text: string): CellResult {
  const whole = field.is === 'integer'
  const expected = whole ? 'un nombre entier' : 'un nombre décimal avec un point'
  if (!/^-?\d+(\.\d+)?$/.test(text)) return bad(`${shown(text)} n’est pas un nombre.`, expected)
  const value = Number(text)
  if (!Number.isFinite(value)) return bad(`${shown(text)} dépasse ce qu’un nombre peut porter.`, expected)
  if (whole && !Number.isSafeInteger(value))
    return bad(`${shown(text)} n’est pas un nombre entier.`, expected)
  const { min = -Infinity, max = Infinity } = field
  if (value >= min && value <= max) return good(value)
  return bad(
    `${shown(text)} est hors limites.`,
    max === Infinity ? `un nombre d’au moins ${min}` : `un nombre entre ${min} et ${max}`
  )
}

function readEnum({ values, many }: Field & { is: 'enum' }, text: string): CellResult {
  const found = many ? text.split('|') : [text]
  const expected = `${many ? 'un ou plusieurs mots parmi' : 'un mot parmi'} ${values.join(', ')}${many ? ', séparés par « | »' : ''}`
  const unknown = found.find((word) => !values.includes(word))
  if (unknown !== undefined)
    return bad(`${shown(unknown)} n’est pas un mot connu${didYouMean(unknown, values)}.`, expected)
  return new Set(found).size === found.length ? good(text) : bad(`${shown(text)} répète un mot.`, expected)
}

function readList(text: string): CellResult {
  const clean = text.split('|').every((piece) => piece !== '' && piece.trim() === piece)
  return clean
    ? good(text)
    : bad(`${shown(text)} n’est pas une liste.`, 'des éléments séparés par « | », sans espace autour')
}

/** References and quotes are texts here: what they point at is looked for once all rows are read. */
export function readCell(field: Field, text: string): CellResult {
  if (text.trim() === '') {
    if (!field.optional) return bad('cellule vide.', 'une valeur')
    return good(field.is === 'number' || field.is === 'integer' || field.is === 'boolean' ? null : '')
  }
  switch (field.is) {
    case 'number':
    case 'integer':
      return readNumber(field, text)
    case 'boolean':
      return text === 'true' || text === 'false'
        ? good(text === 'true')
        : bad(`${shown(text)} n’est ni vrai ni faux.`, '« true » ou « false »')
    case 'enum':
      return readEnum(field, text)
    case 'id':
      return /^[a-z0-9]+([_-][a-z0-9]+)*$/.test(text)
        ? good(text)
        : bad(
            `${shown(text)} n’est pas un identifiant.`,
            'des minuscules sans accent, des chiffres et des tirets'
          )
    case 'day':
      return isDay(text) ? good(text) : bad(`${shown(text)} n’est pas un jour.`, 'une date comme 2021-12-31')
    case 'date':
      return isDate(text)
        ? good(text)
        : bad(`${shown(text)} n’est pas une date.`, 'une date comme 2021, 2021-12 ou 2021-12-31')
    case 'file':
      return /^[\w-]+\.\w+$/.test(text)
        ? good(text)
        : bad(`${shown(text)} n’est pas un nom de fichier.`, 'un nom sans dossier, dans data/sources/')
    case 'list':
      return readList(text)
    case 'ref':
      return field.many ? readList(text) : good(text)
    case 'text':
    case 'quote':
      return text.trim() === text
        ? good(text)
        : bad(`${shown(text)} commence ou finit par une espace.`, 'le texte seul')
  }
}
