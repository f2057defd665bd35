// How is a French number, day or duration written? Ordered patterns, the same for JavaScript and for DuckDB (RE2).
//
// A cell is tidied by the steps of `tidy`, in order, each replacing every match; then the first of `cases` whose pattern
// matches the whole text decides. A case either gives a value, by its steps and its template, or refuses with a code.
// No look-around, no back-reference in patterns, no flag: `regexp_replace(x, pattern, replacement, 'g')` and
// `regexp_full_match` of DuckDB give what `new RegExp(pattern, 'g')` and `^(?:…)$` give here. Groups are `\1` in
// replacements, as in SQL.

import type { ProblemCode } from './rules.ts'

export type Step = readonly [pattern: string, replacement: string]

export type Case = { pattern: string; read: readonly Step[] } | { pattern: string; refuse: ProblemCode }

export interface Grammar {
  tidy: readonly Step[]
  cases: readonly Case[]
  /** When no case matches. */
  otherwise: ProblemCode
}

const WHITE = '[\t\n\u000b\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]'

/** What `String.prototype.trim` takes away, for SQL. */
export const TRIM: Step = [`^${WHITE}+|${WHITE}+$`, '']

/** Blanks that spreadsheets put between thousands: no-break, narrow no-break, thin, figure; and tabs. */
const BLANKS = '[\u00a0\u202f\u2009\u2007\t]'

/** Reads to text that `Number()` and `CAST(… AS DOUBLE)` take. */
export const NUMBER: Grammar = {
  tidy: [
    [BLANKS, ' '],
    ['\u2212', '-'],
    ['^ +', ''],
    [' *[%€]? *$', ''],
    ['^([+-]) +', '\\1']
  ],
  cases: [
    // 1.234 is 1234 to a German program and 1,234 to an English one: nobody can tell.
    { pattern: '[+-]?[1-9][0-9]{0,2}\\.[0-9]{3}', refuse: 'ambiguous_number' },
    {
      pattern: '[+-]?([0-9]+|[0-9]{1,3}( [0-9]{3})+)([.,][0-9]+)?',
      read: [
        [' ', ''],
        [',', '.'],
        ['^[+]', '']
      ]
    },
    {
      pattern: '[+-]?[0-9]{1,3}((\\.[0-9]{3})+,[0-9]+|(\\.[0-9]{3}){2,})',
      read: [
        ['\\.', ''],
        [',', '.'],
        ['^[+]', '']
      ]
    },
    {
      pattern: '[+-]?[0-9]{1,3}((,[0-9]{3})+\\.[0-9]+|(,[0-9]{3}){2,})',
      read: [
        [',', ''],
        ['^[+]', '']
      ]
    },
    { pattern: '[+-]?[0-9]+([.,][0-9]+)?[eE][+-]?[0-9]+', refuse: 'scientific_number' },
    { pattern: '[+-]?[0-9 ]+([.,][0-9]+)? ?[kKmM] ?', refuse: 'scaled_number' }
  ],
  otherwise: 'not_number'
}

/** Reads to YYYY-MM-DD, which may be no day of the calendar: `no_such_day` is said of it then. */
export const DAY: Grammar = {
  tidy: [
    [BLANKS, ' '],
    ['^ +', ''],
    ['[ T][0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]+)?)?Z? *$', ''],
    [' +$', '']
  ],
  cases: [
    { pattern: '[0-9]{4}-[0-9]{2}-[0-9]{2}', read: [] },
    {
      pattern: '[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}',
      read: [
        ['^([0-9])([/.-])', '0\\1\\2'],
        ['[/.-]([0-9])[/.-]', '-0\\1-'],
        ['^([0-9]{2})[/.-]([0-9]{2})[/.-]([0-9]{4})$', '\\3-\\2-\\1']
      ]
    },
    { pattern: '[0-9]{4}/[0-9]{2}/[0-9]{2}', read: [['/', '-']] },
    { pattern: '[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{2}', refuse: 'short_year' },
    // Days since 1899-12-30, what Excel shows when the column lost its format: 29221 is 1980, 73050 is 2099.
    { pattern: '(29|[3-6][0-9]|7[0-3])[0-9]{3}([.,][0-9]+)?', refuse: 'serial_day' }
  ],
  otherwise: 'not_day'
}

/** Reads to whole minutes written as `hours:minutes` or `:minutes`; the value is 60 × hours + minutes. */
export const DURATION: Grammar = {
  tidy: [
    [BLANKS, ' '],
    [' ', '']
  ],
  cases: [
    { pattern: '[0-9]{1,5}(min|mn|minutes?)?', read: [['^([0-9]+).*$', ':\\1']] },
    {
      pattern: '[0-9]{1,2}([hH:][0-5][0-9])(:00|min|mn)?',
      read: [['^([0-9]+)[hH:]([0-9]{2}).*$', '\\1:\\2']]
    },
    { pattern: '[0-9]{1,2}([hH]|heures?)', read: [['^([0-9]+).*$', '\\1:0']] }
  ],
  otherwise: 'not_duration'
}

export const ID_PATTERN = '[a-z0-9]+([_-][a-z0-9]+)*'

export type GrammarResult = { text: string } | { refuse: ProblemCode }

interface Compiled {
  tidy: [RegExp, string][]
  cases: { whole: RegExp; read: [RegExp, string][]; refuse: ProblemCode | null }[]
  otherwise: ProblemCode
}

const step = ([pattern, replacement]: Step): [RegExp, string] => [
  new RegExp(pattern, 'g'),
  replacement.replace(/\\(\d)/g, '$$$1')
]

const compiled = new WeakMap<Grammar, Compiled>()

function compile(grammar: Grammar): Compiled {
  const known = compiled.get(grammar)
  if (known !== undefined) return known
  const made: Compiled = {
    tidy: grammar.tidy.map(step),
    cases: grammar.cases.map((one) => ({
      whole: new RegExp(`^(?:${one.pattern})$`),
      read: 'read' in one ? one.read.map(step) : [],
      refuse: 'refuse' in one ? one.refuse : null
    })),
    otherwise: grammar.otherwise
  }
  compiled.set(grammar, made)
  return made
}

const apply = (text: string, steps: readonly [RegExp, string][]): string =>
  steps.reduce((left, [pattern, replacement]) => left.replace(pattern, replacement), text)

/** What a cell says by a grammar: the text of its value, or why it says none. */
export function readByGrammar(grammar: Grammar, cell: string): GrammarResult {
  const { tidy, cases, otherwise } = compile(grammar)
  const text = apply(cell, tidy)
  const found = cases.find(({ whole }) => whole.test(text))
  if (found === undefined) return { refuse: otherwise }
  return found.refuse === null ? { text: apply(text, found.read) } : { refuse: found.refuse }
}
