// Is one cell what its field asks for, and which value is it?

import { foldCode } from './code-lists.ts'
import { DAY, DURATION, ID_PATTERN, NUMBER, readByGrammar } from './grammar.ts'
import type { KnownCodes } from './known-codes.ts'
import { TODAY, type FieldRule, type ProblemCode, type RuleType, type Word } from './rules.ts'

/** Days as ISO text, durations in minutes, codes and words as codes, several parted by "|"; null for an empty cell. */
export type CellValue = string | number | null

/** `detail` is what the words of the problem need: a bound, the nearest code, the day that was meant. */
export type CellCheck = { value: CellValue } | { code: ProblemCode; detail: string }

export interface CellContext {
  known: KnownCodes
  /** ISO day of the reading. */
  today: string
}

const bad = (code: ProblemCode, detail: string | number = ''): CellCheck => ({ code, detail: String(detail) })

/** Is this ISO text a day of the calendar? */
function isDay(iso: string): boolean {
  const day = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(iso)
}

/** The day that Excel's count of days since 1899-12-30 stands for. */
function serialDay(text: string): string {
  return new Date((Number.parseInt(text, 10) - 25_569) * 86_400_000).toISOString().slice(0, 10)
}

/** "449 k" as the number it stands for. */
function unscaled(text: string): string {
  const read = readByGrammar(NUMBER, text.replace(/[kKmM] ?€?\s*$/, ''))
  if (!('text' in read)) return ''
  return String(Math.round(Number(read.text) * (/[mM]/.test(text) ? 1e6 : 1e3)))
}

function checkNumber(type: RuleType & { is: 'number' | 'integer' }, text: string): CellCheck {
  const read = readByGrammar(NUMBER, text)
  if ('refuse' in read) return bad(read.refuse, read.refuse === 'scaled_number' ? unscaled(text) : '')
  const value = Number(read.text)
  if (!Number.isFinite(value)) return bad('not_number')
  if (type.is === 'integer' && !Number.isSafeInteger(value)) return bad('not_integer')
  return within(value, type)
}

function within(
  value: number,
  { min = -Infinity, max = Infinity }: { min?: number; max?: number }
): CellCheck {
  if (value < min) return bad('too_low', min)
  return value > max ? bad('too_high', max) : { value: value === 0 ? 0 : value }
}

function checkDay({ min, max }: RuleType & { is: 'day' }, text: string, today: string): CellCheck {
  const read = readByGrammar(DAY, text)
  if ('refuse' in read) return bad(read.refuse, read.refuse === 'serial_day' ? serialDay(text) : '')
  if (!isDay(read.text)) return bad('no_such_day')
  const last = max === TODAY ? today : max
  if (read.text < min) return bad('too_early', min)
  return read.text > last ? bad('too_late', last) : { value: read.text }
}

function checkDuration(type: RuleType & { is: 'duration' }, text: string): CellCheck {
  const read = readByGrammar(DURATION, text)
  if ('refuse' in read) return bad(read.refuse)
  const [hours = '', minutes = ''] = read.text.split(':')
  return within(Number(hours) * 60 + Number(minutes), type)
}

function wordOf(words: readonly Word[], text: string): string | undefined {
  const folded = foldCode(text)
  const same = (word: string): boolean => word === text || (folded !== '' && foldCode(word) === folded)
  return words.find(({ code, french }) => same(code) || french.some(same))?.code
}

function checkWords({ words, many }: RuleType & { is: 'word' }, text: string): CellCheck {
  const pieces = many ? text.split('|').map((piece) => piece.trim()) : [text]
  const codes = pieces.map((piece) => wordOf(words, piece))
  const unknown = codes.indexOf(undefined)
  if (unknown !== -1)
    return bad('unknown_word', words.map(({ french, code }) => french[0] ?? code).join(', '))
  const twin = codes.find((code, index) => codes.indexOf(code) < index)
  return twin === undefined ? { value: codes.join('|') } : bad('twin_word', twin)
}

function checkCode({ of }: RuleType & { is: 'code' }, text: string, known: KnownCodes): CellCheck {
  const found = known.find(of, text)
  if (found === null) return bad('unknown_code', known.nearest(of, text))
  return 'id' in found ? { value: found.id } : bad('ambiguous_code', found.ambiguous.join('|'))
}

const ID = new RegExp(`^(?:${ID_PATTERN})$`)
const LONGEST = 4000

function checkText(type: RuleType, text: string, { known, today }: CellContext): CellCheck {
  switch (type.is) {
    case 'text':
      return text.length > (type.max ?? LONGEST) ? bad('too_long', type.max ?? LONGEST) : { value: text }
    case 'id':
      return ID.test(text) ? { value: text } : bad('not_id')
    case 'number':
    case 'integer':
      return checkNumber(type, text)
    case 'day':
      return checkDay(type, text, today)
    case 'duration':
      return checkDuration(type, text)
    case 'code':
      return checkCode(type, text, known)
    case 'word':
      return checkWords(type, text)
    case 'rows':
      return {
        value: text
          .split('|')
          .map((piece) => piece.trim())
          .join('|')
      }
  }
}

/** @param cell as written; trimmed here */
export function checkCell({ type, required }: FieldRule, cell: string, context: CellContext): CellCheck {
  const text = cell.trim()
  if (text !== '') return checkText(type, text, context)
  return required ? bad('missing') : { value: null }
}
