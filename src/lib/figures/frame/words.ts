// What goes with the image of a figure: its caption, what it shows for who does not see it, whom to credit?

import { formatMeasure, french } from '../../domain/format.ts'
import { MARK_TEXT, wordMarks } from '../../domain/marks.ts'
import type { FigureModel } from '../figure.ts'
import { documentWords, type Quoted, sectionsOf } from '../sources.ts'
import type { Entry } from './entry.ts'

export interface Provenance {
  /** Millésime. */
  year: number
  /** Version of the data. */
  version: string
  /** What the rows come from, where that is not the report of the year. */
  document?: string
}

export interface Publisher {
  /** Name of the site. */
  name: string
  /** Licence of the data. */
  licence: string
}

/** The line under every figure. */
export function sourceLine(entries: readonly Quoted[], { year, version, document }: Provenance): string {
  const named = sectionsOf(entries)
    .map((section) => `, « ${section} »`)
    .join('')
  if (document !== undefined) return french(`Source : ${document}${named} · Année\u00a0${year}`)
  return french(
    `Source : ${documentWords(entries, year)}${named} · Millésime\u00a0${year} · Données\u00a0${version}`
  )
}

/** Name and licence, for the last line of an image. */
export function publisherLine({ name, licence }: Publisher): string {
  return `${name} · ${licence}`
}

/** Words before a number that a sign stands for elsewhere. */
function amount({ value, unit, marks }: Entry & { value: number }): string {
  const before = marks.includes('at_least') ? 'au moins ' : marks.includes('about') ? 'environ ' : ''
  return `${before}${formatMeasure(value, unit, marks)}`
}

/** "Région de Nantes : 2 076 k€ de produit (arrondi)": marks are words. */
function said(entry: Entry): string {
  const { value, text, unit, what } = entry
  const where = entry.territory === 'optima' && entry.programme === '' ? 'Tout Optima' : entry.territory_name
  const about = [where, entry.programme_name].filter((part) => part !== '').join(', ')
  const link = unit === 'eur' ? 'de ' : ''
  const number = value === null ? `${what}, ${text}` : `${amount({ ...entry, value })} ${link}${what}`
  const marks = wordMarks(entry.marks).map((mark) => MARK_TEXT[mark].short)
  return `${about} : ${number}${marks.length === 0 ? '' : ` (${marks.join(', ')})`}`
}

/** More would be a table read aloud; the page has one. */
const MOST = 12

/** The sentence, then each value with its marks as words, `most` of them at most. */
export function alternativeText(
  { title, sentence, entries, drawing }: Pick<FigureModel, 'title' | 'sentence' | 'entries' | 'drawing'>,
  most = MOST
): string {
  const kind = drawing.map === null ? 'Graphique' : 'Carte'
  const values = entries.slice(0, most).map(said)
  const more = entries.length > most ? ' ; la suite est dans le tableau de la figure' : ''
  return french(
    [
      `${kind}. ${sentence === '' ? `${title}.` : sentence}`,
      ...(values.length === 0 ? [] : [`Valeurs : ${values.join(' ; ')}${more}.`])
    ].join(' ')
  )
}

/** Under the image: what it finds, what is counted, what must be known, where it comes from. */
export function caption({ title, subtitle, note, entries }: FigureModel, { year }: Provenance): string {
  const ended = (text: string): string => (text === '' || /[.!?]$/.test(text) ? text : `${text}.`)
  return french(
    [ended(title), ended(subtitle), note, `Source : ${documentWords(entries, year)}.`]
      .filter((text) => text !== '')
      .join(' ')
  )
}

export function creditText(
  { entries }: Pick<FigureModel, 'entries'>,
  { year, version }: Provenance,
  { name, licence }: Publisher
): string {
  const sections = sectionsOf(entries).map((section) => `, « ${section} »`)
  return french(
    `Source : ${documentWords(entries, year)}${sections.join('')} — ${name}, données ${version}, licence : ${licence}`
  )
}
