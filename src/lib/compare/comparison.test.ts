// Can a reader make the comparison say what the report does not? Every pair of territories and of dispositifs is built.

import { beforeAll, describe, expect, it } from 'vitest'
import { ratio } from '../domain/comparability.ts'
import type { FigureRow } from '../domain/figure-rows.ts'
import { hide } from '../domain/hide.ts'
import { knownFilters } from '../domain/catalogue.ts'
import { defaultFilters } from '../domain/filters.ts'
import { openPublished } from '../engine/published.ts'
import { askCatalogue } from '../figures/dashboard.ts'
import { quotesOf } from '../figures/sources.ts'
import { comparisonCsv, CSV_COLUMNS, overviewCsv } from './compare-csv.ts'
import { askCompare, type CompareData } from './compare-data.ts'
import { knownSubjects } from './compare-url.ts'
import { buildComparison } from './comparison.ts'
import { nestedWords } from './guard.ts'
import { type Cell, type CellValue, type Comparison, entriesOf, linesOf } from './model.ts'
import { overviewOf } from './overview.ts'
import { START, START_PROGRAMMES, subjectOf } from './subjects.ts'
import { leadOf, textOf, titleOf } from './summary.ts'

let data: CompareData
const pairs: { ids: string[]; comparison: Comparison }[] = []
const BROKEN = /NaN|undefined|null|Infinity|\[object|\$\{| {2}|\( *\)|, ,| ,/
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ')

function compare(ids: readonly string[]): Comparison {
  return buildComparison(
    ids.flatMap((id) => subjectOf(id, data) ?? []),
    data
  )
}
const couples = (ids: readonly string[]): string[][] =>
  ids.flatMap((a) => ids.filter((b) => b !== a).map((b) => [a, b]))

beforeAll(async () => {
  const { engine } = await openPublished()
  const ask: Parameters<typeof askCompare>[0] = (question) => engine.query(question)
  data = await askCompare(ask, defaultFilters(knownFilters(await askCatalogue(ask))))
  const territories = data.territories.map(({ id }) => id).filter((id) => id !== 'optima')
  for (const ids of [...couples(territories), ...couples(data.programmes.map(({ id }) => id))])
    pairs.push({ ids, comparison: compare(ids) })
}, 60_000)

const cellOf = (comparison: Comparison, line: string, column: number): Cell | undefined =>
  linesOf(comparison).find(({ id }) => id === line)?.cells[column]
const texts = (cell: Cell | undefined): string[] => cell?.values.map(({ text }) => plain(text)) ?? []
/** The rows a computed value is made of, by the ids that its own id and its quotes name. */
const rowOf = (value: CellValue): FigureRow => {
  const id = value.entry.id.replace(/^(ratio|difference|part|habitants|mediateur|euros)-/, '')
  const row = data.rows.find((one) => one.id === id)
  if (row === undefined) throw new Error(value.entry.id)
  return row
}

describe('the four territories', () => {
  it('compares the produit with its rounding carried through and outward', () => {
    const start = compare(START)
    expect([0, 1, 2, 3].map((column) => texts(cellOf(start, 'ratio-revenue', column)))).toEqual([
      [],
      ['entre 4,61 et 4,63 fois'],
      ['entre 1,01 et 1,02 fois'],
      ['entre 1,63 et 1,64 fois']
    ])
    expect(cellOf(start, 'ratio-revenue', 0)?.words).toBe('référence')
    expect(texts(cellOf(start, 'difference-revenue', 1))).toEqual(['entre 1 626 000 et 1 628 000 € de plus'])
    expect(texts(cellOf(start, 'part', 0))).toEqual(['entre 11,6 et 11,7 %'])
    expect(cellOf(start, 'ratio-revenue', 1)?.values[0]?.entry.marks).toEqual(['computed', 'to_verify'])
  })

  it('says less when the reference is the larger one', () => {
    const swapped = compare(['region-nantes', 'region-rennes'])
    expect(texts(cellOf(swapped, 'difference-revenue', 1))).toEqual([
      'entre 1 626 000 et 1 628 000 € de moins'
    ])
    expect(texts(cellOf(swapped, 'ratio-revenue', 1))).toEqual(['entre 0,21 et 0,22 fois'])
  })

  it.each([
    ['habitants-people_met', 0, ['24']],
    ['habitants-people_met', 2, ['71,4']],
    ['mediateur', 1, ['868,9', '35,3']],
    ['euros', 2, ['au moins 92,3', '4,2']]
  ])('%s in column %s', (line, column, expected) => {
    expect(texts(cellOf(compare(START), line, column))).toEqual(expected)
  })

  it.each([
    ['euros', 0, 'ne couvrent pas le même périmètre'],
    ['euros', 1, 'ne couvrent pas le même périmètre'],
    ['ratio-people_met', 2, 'deux dispositifs'],
    ['mediateur', 2, 'médiateurs non publiés'],
    ['habitants-people_met', 1, 'd’octobre à décembre']
  ])('%s in column %s is refused: %s', (line, column, reason) => {
    const cell = cellOf(compare(START), line, column)
    expect(cell?.values).toEqual([])
    expect(plain(cell?.words ?? '')).toContain(reason)
  })

  it('keeps 741 and 398 on two lines, each with its axis', () => {
    const lines = linesOf(compare(START)).filter(({ cells }) =>
      cells.some(({ values }) => values.some(({ value }) => value === 741 || value === 398))
    )
    expect(lines.map(({ group }) => group)).toEqual(['regulations_public_space', 'mediations_regulations'])
  })

  it('tells its finding, and the doubt on Angers', () => {
    const start = compare(START)
    expect(plain(leadOf(start))).toBe(
      'Le produit se compare : celui de la région de Nantes vaut entre 4,61 et 4,63 fois celui de la région de Rennes (calculé). L’activité se compare peu : sur 20 comptes d’actes et de personnes, un seul existe avec le même mot dans deux territoires ou plus, aucun dans les quatre.'
    )
    expect(plain(start.sections[0]?.guard?.text ?? '')).toContain('si les 454 854 € d’Angers y sont compris')
    expect(plain(textOf(start, data, 'https://x'))).toContain('42 000 actions et plus (Médiation urbaine)')
  })
})

describe('every pair', () => {
  it('puts one comparability group on one axis, from zero, and nothing longer than its axis', () => {
    for (const { comparison } of pairs)
      for (const line of linesOf(comparison)) {
        const values = line.cells.flatMap((cell) => cell.values)
        const drawn = values.filter(({ fraction }) => fraction !== null)
        if (drawn.length === 0) continue
        const groups = new Set(drawn.map((value) => rowOf(value).group))
        expect([...groups], line.id).toEqual([line.group])
        expect(new Set(drawn.map(({ unit }) => unit)).size).toBe(1)
        const ends = drawn
          .filter(({ value }) => value > 0)
          .map(({ value, fraction }) => value / (fraction ?? 1))
        for (const end of ends) expect(end).toBeCloseTo(ends[0] ?? 0, 6)
        for (const { fraction } of drawn) expect(fraction).toBeLessThanOrEqual(1)
      }
  })

  it('computes no ratio across perimeters, periods or groups', () => {
    let seen = 0
    for (const { ids, comparison } of pairs)
      for (const line of linesOf(comparison).filter(({ computed }) => computed))
        for (const value of line.cells.flatMap((cell) => cell.values)) {
          const row = rowOf(value)
          const name = `${ids.join(' / ')} ${value.entry.id}`
          seen += 1
          const own = comparison.subjects.flatMap(({ rows }) => rows)
          if (/^(ratio|difference)-/.test(value.entry.id)) {
            const mates = own.filter((other) => other.id !== row.id && other.group === row.group)
            expect(
              mates.some((other) => ratio(row, other).ok),
              name
            ).toBe(true)
            expect(
              row.kind === 'money' || mates.some((other) => other.programme === row.programme),
              name
            ).toBe(true)
          } else if (/^(mediateur|euros)-/.test(value.entry.id)) {
            const by = value.entry.id.startsWith('euros') ? 'revenue' : 'mediators'
            const same = own.filter(
              (other) =>
                other.indicator === by &&
                other.territory === row.territory &&
                other.programme === row.programme &&
                other.perimeter === row.perimeter &&
                other.period_start === row.period_start &&
                other.period_end === row.period_end
            )
            expect(same.length, name).toBeGreaterThan(0)
          } else if (value.entry.id.startsWith('habitants-')) {
            const place = data.territories.find(({ id }) => id === row.territory)
            expect(['commune', 'arrondissement'], name).toContain(place?.kind)
            expect(row.marks, name).not.toContain('partial_period')
          } else expect(row.group, name).toBe('revenue')
          expect(value.entry.marks, name).toContain('computed')
          expect(value.entry.formula, name).not.toBe('')
          expect(value.entry.quote, name).not.toBe('')
          expect(value.low !== null || value.high !== null, name).toBe(true)
        }
    expect(seen).toBeGreaterThan(100)
  })

  it('has words in every empty cell, an explanation for every empty section, and no hole in any sentence', () => {
    for (const { ids, comparison } of pairs) {
      const said = [
        titleOf(comparison.subjects, data.year),
        leadOf(comparison),
        textOf(comparison, data, 'https://x').replaceAll('\n', ' '),
        nestedWords(comparison.subjects, data),
        ...comparison.sections.flatMap(({ guard, empty, tag }) => [guard?.text ?? '', empty, tag])
      ]
      for (const text of said) expect(text, ids.join(' / ')).not.toMatch(BROKEN)
      for (const { lines, empty } of comparison.sections) expect(lines.length > 0 || empty !== '').toBe(true)
      for (const line of linesOf(comparison))
        for (const { values, words } of line.cells) {
          expect(values.length > 0 || words !== '').toBe(true)
          expect(words).not.toMatch(BROKEN)
        }
    }
  })

  it('never has one source twice under a section, nor one quote twice under a value', () => {
    for (const { ids, comparison } of pairs)
      for (const section of comparison.sections) {
        const entries = entriesOf(section)
        expect(new Set(entries.map(({ id }) => id)).size, ids.join(' / ')).toBe(entries.length)
        for (const { quote } of entries) expect(new Set(quotesOf(quote)).size).toBe(quotesOf(quote).length)
        for (const { cells } of section.lines)
          for (const { values } of cells)
            expect(new Set(values.map(({ entry }) => entry.id)).size).toBe(values.length)
      }
  })

  it('gives the produit of an agency to no commune', () => {
    for (const { comparison } of pairs)
      comparison.subjects.forEach((subject, column) => {
        const values = cellOf(comparison, 'revenue/eur', column)?.values ?? []
        for (const { entry } of values) {
          const own = subject.kind === 'programme' ? entry.programme : entry.territory
          expect(own).toBe(subject.id)
        }
      })
  })

  it('exports what it shows: a line a value, and one for each absence', () => {
    for (const { comparison } of pairs.slice(0, 200)) {
      const rows = comparisonCsv(comparison)
      const cells = linesOf(comparison).flatMap((line) => line.cells)
      const alone = comparison.alone.flatMap(({ values }) => values).length
      const shown = cells.reduce((sum, { values }) => sum + Math.max(1, values.length), 0)
      expect(rows).toHaveLength(shown + alone)
      for (const row of rows) expect(Object.keys(row).toSorted()).toEqual([...CSV_COLUMNS].toSorted())
    }
  })
})

describe('the table of everything', () => {
  it('holds every published number once, the produit that no page allocates included', () => {
    const { groups } = overviewOf(data)
    const ids = groups.flatMap(({ lines }) =>
      lines.flatMap(({ cells }) => cells.flatMap(({ values }) => values.map(({ id }) => id)))
    )
    expect(ids.toSorted()).toEqual(data.rows.map(({ id }) => id).toSorted())
    expect(new Set(ids).size).toBe(ids.length)
    const rest = groups
      .flatMap(({ lines }) => lines)
      .find(({ indicator }) => indicator === 'revenue_unallocated')
    expect(rest?.cells.at(-1)?.values.map(({ text, marks }) => [plain(text), marks])).toEqual([
      ['77 430 €', ['computed', 'to_verify']]
    ])
  })

  it('exports each with its source, and each absence', () => {
    const overview = overviewOf(data)
    const rows = overviewCsv(overview, data)
    const values = rows.filter(({ valeur }) => valeur !== null)
    expect(values).toHaveLength(data.rows.length)
    for (const row of values) expect(row.citation, String(row.ligne)).not.toBe('')
    expect(rows.filter(({ valeur }) => valeur === null).every(({ affichage }) => affichage !== '')).toBe(true)
  })
})

describe('what is secret @fault-19', () => {
  const isHidden = ({ kind, territory }: FigureRow): boolean => kind === 'acts' && territory === 'orvault'
  const hiddenData = (): CompareData => ({
    ...data,
    rows: data.rows.filter((row) => !isHidden(row)),
    secrets: data.rows.filter(isHidden).map(hide)
  })

  it('is said where its number would stand, in cells, CSV and text', () => {
    const own = hiddenData()
    const subjects = ['orvault', 'region-nantes', 'rennes'].flatMap((id) => subjectOf(id, own) ?? [])
    const comparison = buildComparison(subjects, own)
    const secret = data.rows.find(isHidden)!
    const cells = linesOf(comparison).find(({ group }) => group === secret.group)?.cells
    expect(cells?.[0]).toEqual({ values: [], words: 'secret' })
    expect(cells?.[1]?.words).toMatch(/^(secret|un nombre est secret)$/)
    const said = comparisonCsv(comparison).filter(({ affichage }) => affichage === 'secret')
    expect(said.map(({ colonne }) => colonne)).toContain('Orvault')
    expect(plain(textOf(comparison, own, ''))).toMatch(/Orvault : [^.]*un nombre est secret\./)
    expect(JSON.stringify([comparison, comparisonCsv(comparison)])).not.toContain(String(secret.value))
  })

  it('is said in the table of everything, and no number is lost', () => {
    const own = hiddenData()
    const lines = overviewOf(own).groups.flatMap((group) => group.lines)
    const line = lines.find(({ indicator }) => indicator === own.secrets[0]?.indicator)
    expect(line?.cells.some(({ words }) => words.includes('secret'))).toBe(true)
    const rows = overviewCsv(overviewOf(own), own)
    expect(rows.filter(({ valeur }) => valeur !== null)).toHaveLength(own.rows.length)
  })
})

it('starts with subjects that exist', () => {
  const known = knownSubjects(data)
  for (const id of [...START, ...START_PROGRAMMES]) {
    expect(known.get(id)?.id).toBe(id)
    expect(subjectOf(id, data)?.rows.length).toBeGreaterThan(0)
  }
  expect(known.get('region-paris')?.id).toBe('region-ile-de-france')
  expect(subjectOf('optima', data)).toBeNull()
})
