// What does "revenue-a + revenue-b ÷ 1 000" give, and between which bounds?
//
// Numbers are written the French way (3 929 656 and 147,7), operators as in print: + − × ÷ ( ) %.
// A hyphen is no minus: it belongs to the ids.

import {
  addBounds,
  divideBounds,
  multiplyBounds,
  subtractBounds,
  type Bounds
} from '../../src/lib/domain/bounds.ts'

export interface Quantity {
  value: number
  bounds: Bounds
}

/** A word of the expression that is no operator: an id or a number as written. */
export type Resolve = (word: string) => Quantity | null

const TOKEN =
  /\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?(?!\d)|\d+(?:,\d+)?|[a-z][a-z0-9]*(?:-[a-z0-9]+)*|[+−×÷()%]|\S/g
const OPERATORS = '+−×÷()%'

/** "3 929 656" or "147,7"; null for anything else. */
export function readFrenchNumber(word: string): number | null {
  const digits = word.replace(/[ \u00a0\u202f]/g, '')
  return /^\d+(,\d+)?$/.test(digits) ? Number(digits.replace(',', '.')) : null
}

export const exactly = (value: number): Quantity => ({ value, bounds: { low: value, high: value } })

/** Noise of the sixteenth digit taken off: 81.9 * 1000 is 81900. */
const clean = (value: number): number => Number(value.toPrecision(14))

const APPLY: Record<string, (a: Quantity, b: Quantity) => Quantity> = {
  '+': (a, b) => ({ value: a.value + b.value, bounds: addBounds([a.bounds, b.bounds]) }),
  '−': (a, b) => ({ value: a.value - b.value, bounds: subtractBounds(a.bounds, b.bounds) }),
  '×': (a, b) => ({ value: a.value * b.value, bounds: multiplyBounds(a.bounds, b.bounds) }),
  '÷': (a, b) => ({ value: a.value / b.value, bounds: divideBounds(a.bounds, b.bounds) })
}

export function wordsOf(expression: string): string[] {
  return (expression.match(TOKEN) ?? []).filter((word) => !OPERATORS.includes(word))
}

/** The expression with each word said in another way. */
export function rewrite(expression: string, say: (word: string) => string): string {
  return expression.replace(TOKEN, (word) => (OPERATORS.includes(word) ? word : say(word)))
}

/** null when it does not read as an expression, a word is unknown or the result is no number. */
export function evaluate(expression: string, resolve: Resolve): Quantity | null {
  const tokens = expression.match(TOKEN) ?? []
  let position = 0
  const take = (operators: string): string | null => {
    const token = tokens[position]
    if (token === undefined || !operators.includes(token)) return null
    position += 1
    return token
  }
  const factor = (): Quantity | null => {
    let result: Quantity | null
    if (take('(') !== null) {
      result = chain('+−', () => chain('×÷', factor))
      if (take(')') === null) return null
    } else {
      const word = tokens[position++]
      result = word === undefined || OPERATORS.includes(word) ? null : resolve(word)
    }
    while (result !== null && take('%') !== null) result = APPLY['÷']?.(result, exactly(100)) ?? null
    return result
  }
  const chain = (operators: string, operand: () => Quantity | null): Quantity | null => {
    let result = operand()
    for (let operator = take(operators); operator !== null; operator = take(operators)) {
      const next = operand()
      result = result === null || next === null ? null : (APPLY[operator]?.(result, next) ?? null)
    }
    return result
  }
  const result = chain('+−', () => chain('×÷', factor))
  if (result === null || position < tokens.length || !Number.isFinite(result.value)) return null
  return { value: clean(result.value), bounds: result.bounds }
}
