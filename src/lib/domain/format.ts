// How is a number written in French? U+202F between thousands, decimal comma, U+00A0 before a unit.

import type { Mark } from './rows.ts'

const NBSP = '\u00a0'
const THIN = '\u202f'
const MINUS = '\u2212'

/** Making one takes longer than writing with it a hundred times. */
const writers = new Map<string, Intl.NumberFormat>()

function writerOf(decimals: number, least: number): Intl.NumberFormat {
  const key = `${decimals} ${least}`
  const writer =
    writers.get(key) ??
    new Intl.NumberFormat('fr-FR', { minimumFractionDigits: least, maximumFractionDigits: decimals })
  writers.set(key, writer)
  return writer
}

/** `42000` -> "42 000"; at most `decimals` decimals, and none added but up to `least`. */
export function formatNumber(value: number, decimals = 2, least = 0): string {
  return writerOf(decimals, least)
    .format(value)
    .replace(/[\u00a0\u202f]/g, THIN)
    .replace('-', MINUS)
}

/** `0.5385` in per cent with a fixed number of decimals: "53,9 %". `value` is already in per cent. */
export function formatPercent(value: number, decimals = 0): string {
  return `${formatNumber(value, decimals, decimals)}${NBSP}%`
}

/** Euros: "449 k€" when the report rounds to the thousand, "454 854 €" when it does not. */
export function formatEuro(value: number, marks: readonly Mark[] = []): string {
  if (marks.includes('rounded')) return `${formatNumber(value / 1000, 0)}${NBSP}k€`
  return `${formatNumber(value)}${NBSP}€`
}

/** Millions with two decimals, for key numbers only, the full value standing under it: "3,93 M€". */
export function formatMillions(value: number): string {
  return `${formatNumber(value / 1e6, 2)}${NBSP}M€`
}

/** Units that are said after a number; counts of things need none, their name says it. */
const UNIT_SUFFIX: Readonly<Record<string, string>> = {
  eur: '€',
  percent: '%',
  tonnes: 't',
  kg: 'kg',
  hours: 'h'
}

/** A value as its unit wants it, without mark: "81,9 t", "96 %", "5 806". */
export function formatMeasure(value: number, unit: string, marks: readonly Mark[] = []): string {
  if (unit === 'eur') return formatEuro(value, marks)
  const suffix = UNIT_SUFFIX[unit]
  return suffix === undefined ? formatNumber(value) : `${formatNumber(value)}${NBSP}${suffix}`
}

/** A value in a label, with the sign of its mark: "≥ 42 000", "≈ 40 000". */
export function formatLabel(value: number, unit: string, marks: readonly Mark[]): string {
  const text = formatMeasure(value, unit, marks)
  if (marks.includes('at_least')) return `≥${NBSP}${text}`
  if (marks.includes('about')) return `≈${NBSP}${text}`
  return text
}

/** A value in a sentence, marks as words: "42 000 et plus", "environ 40 000". */
export function formatWords(value: number, unit: string, marks: readonly Mark[]): string {
  const text = formatMeasure(value, unit, marks)
  if (marks.includes('at_least')) return `${text} et plus`
  if (marks.includes('about')) return `environ ${text}`
  return text
}

/** A value before the name of what is counted: "au moins 42 000" actions, "environ 40 000" logements. */
export function formatBefore(value: number, unit: string, marks: readonly Mark[]): string {
  const text = formatMeasure(value, unit, marks)
  return marks.includes('at_least') ? `au moins ${text}` : formatWords(value, unit, marks)
}

export const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre'
] as const

/** Hours after midnight as a time: 2.5 -> "2 h 30", 3 -> "3 h". */
export function formatHour(hours: number): string {
  const minutes = Math.round(hours * 60)
  const rest = Math.abs(minutes % 60)
  return `${formatNumber(Math.trunc(minutes / 60))}${NBSP}h${rest === 0 ? '' : `${NBSP}${String(rest).padStart(2, '0')}`}`
}

/** "2021-12-31" -> "31 décembre 2021", "2021-12" -> "décembre 2021", "2018" -> "2018"; '' stays ''. */
export function formatDate(iso: string): string {
  const [year, month, day] = iso.split('-')
  if (year === undefined || month === undefined) return iso
  const name = MONTHS[Number(month) - 1]
  if (name === undefined) return iso
  if (day === undefined) return `${name} ${year}`
  return `${day === '01' ? '1er' : String(Number(day))} ${name} ${year}`
}

/** "de juin à août 2021" for months, "2021" for a whole year, "au 31 décembre 2021" for a day. */
export function formatPeriod(start: string, end: string): string {
  if (start === end) return start.length === 10 ? `au ${formatDate(start)}` : formatDate(start)
  const year = end.slice(0, 4)
  if (start === `${year}-01-01` && end === `${year}-12-31`) return year
  const from = MONTHS[Number(start.slice(5, 7)) - 1]
  const to = MONTHS[Number(end.slice(5, 7)) - 1]
  if (from === undefined || to === undefined) return `${start.slice(0, 4)} à ${year}`
  const preposition = /^[aeéo]/.test(from) ? 'd’' : 'de '
  if (start.slice(0, 7) === end.slice(0, 7)) return `${from} ${year}`
  const fromYear = start.slice(0, 4) === year ? '' : ` ${start.slice(0, 4)}`
  return `${preposition}${from}${fromYear} à ${to} ${year}`
}

/**
 * From when until when, each end as the report gives it: a year, a month, a day, or '' for nothing.
 * "de juillet 2021 à juin 2022", "depuis 2021", "jusqu’en 2023"; '' without any end.
 */
export function formatSpan(since: string, until: string): string {
  if (since === '' && until === '') return ''
  if (until === '')
    return since.length === 10 ? `depuis le ${formatDate(since)}` : `depuis ${formatDate(since)}`
  if (since === '')
    return `jusqu’au ${formatDate(until)}`.replace(/jusqu’au (\d{4}|[^\d]+ \d{4})$/, 'jusqu’en $1')
  if (since === until) return formatDate(since)
  const [from, to] = [formatDate(since), formatDate(until)]
  // One year said once, for months alone.
  const short = since.length === 7 && since.slice(0, 4) === until.slice(0, 4) ? from.slice(0, -5) : from
  const start = /^[aeéo]/.test(short) ? `d’${short}` : since.length === 10 ? `du ${short}` : `de ${short}`
  return `${start} ${until.length === 10 ? 'au' : 'à'} ${to}`
}

/** Writes our own text the French way: narrow no-break space inside « », no-break space before : ; ? ! */
export function french(text: string): string {
  return text
    .replace(/«[ \u00a0\u202f]?/g, `«${THIN}`)
    .replace(/[ \u00a0\u202f]?»/g, `${THIN}»`)
    .replace(/ ([:;?!])/g, `${NBSP}$1`)
}

/** Address of a link to a French telephone number: "02 99 14 90 90" -> "tel:+33299149090". */
export function telephoneLink(phone: string): string {
  return `tel:+33${phone.replace(/\D/g, '').slice(1)}`
}
