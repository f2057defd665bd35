// How does a computed sentence agree with what it speaks of? Elision, lists, number.

import { formatNumber } from './format.ts'

/** "a, b et c". */
export function listWords(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? ''
  return `${words.slice(0, -1).join(', ')} et ${words.at(-1) ?? ''}`
}

/** "1 site", "2 sites"; French keeps the singular below two. */
export function plural(count: number, singular: string, many: string): string {
  return Math.abs(count) < 2 ? singular : many
}

/** "de Rennes", "d’Orvault", "du Rheu", "des Mureaux", "du tram T12". */
export function withDe(name: string): string {
  if (/^Le /.test(name)) return `du ${name.slice(3)}`
  if (/^Les /.test(name)) return `des ${name.slice(4)}`
  if (/^Région de /.test(name)) return `de la région de ${name.slice(10)}`
  if (/^Tram /.test(name)) return `du tram ${name.slice(5)}`
  return /^[AEÉÈIÎOUYH]/i.test(name) ? `d’${name}` : `de ${name}`
}

/** "à Orvault", "dans la région de Nantes", "en Île-de-France", "en Loire-Atlantique", "le long du tram T12". */
export function withIn(name: string, kind: string): string {
  if (/^Région de /.test(name)) return `dans la région de ${name.slice(10)}`
  if (kind === 'region' || kind === 'departement') return `en ${name}`
  if (kind === 'epci') return `à ${name}`
  if (kind === 'line') return `le long du ${name.charAt(0).toLowerCase()}${name.slice(1)}`
  if (kind === 'arrondissement')
    return `dans le ${name.replace(/^(.+) (\d+er?)$/, '$2 arrondissement de $1')}`
  if (/^Le /.test(name)) return `au ${name.slice(3)}`
  if (/^Les /.test(name)) return `aux ${name.slice(4)}`
  return `à ${name}`
}

/** "la région de Nantes", "l’Île-de-France", "Orvault": a place as the subject of a sentence. */
export function asSubject(name: string): string {
  if (/^Région de /.test(name)) return `la région de ${name.slice(10)}`
  if (name === 'Île-de-France') return `l’${name}`
  if (name === 'Loire-Atlantique') return `la ${name}`
  if (/^Tram /.test(name)) return `le tram ${name.slice(5)}`
  return name
}

const NUMBER_WORDS = [
  'zéro',
  'une',
  'deux',
  'trois',
  'quatre',
  'cinq',
  'six',
  'sept',
  'huit',
  'neuf'
] as const

/** Small counts of feminine things in words: 3 -> "trois"; from ten on, digits. */
export function countWord(count: number): string {
  return NUMBER_WORDS[count] ?? formatNumber(count)
}

/** The name a headline uses: "Nantes" for "Région de Nantes", "Formation" as it is. */
export function headlineName(name: string): string {
  return name.replace(/^Région de /, '')
}

/** First letter upper case, the rest untouched. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** A quote as the reader sees it: the `**` and `[…](#)` of the transcription mark bold print and links, and are no words. */
export function withoutEmphasis(quote: string): string {
  return quote.replaceAll('**', '').replace(/\[(#[^\]]*)\]\(#\)/g, '$1')
}
