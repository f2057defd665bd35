// Does the list of territories sort inside its groups, absent values last, and export what it shows?

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPublished } from '../engine/published.ts'
import { askFicheData } from './fiche-data.ts'
import type { TerritoryTable } from './territory-table.ts'
import { sortTable, tableCsvRows, territoryTable } from './territory-table.ts'

let table: TerritoryTable
let close: () => Promise<void>

beforeAll(async () => {
  const { engine } = await openPublished()
  close = () => engine.close()
  table = territoryTable(await askFicheData((question) => engine.query(question)), 2021)
})
afterAll(() => close())

const idsOf = (groups: TerritoryTable['groups'], group: string): string[] =>
  groups.find(({ id }) => id === group)?.lines.map(({ id }) => id) ?? []

describe('the list', () => {
  it('holds each of the 35 territories once, in its region', () => {
    const ids = table.groups.flatMap(({ lines }) => lines.map(({ id }) => id))
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toHaveLength(35)
    expect(idsOf(table.groups, 'region-nantes')[0]).toBe('region-nantes')
    expect(idsOf(table.groups, 'ailleurs')).toEqual(['caen'])
  })

  it.each([false, true])('sorts by population, absent last (descending %s)', (descending) => {
    for (const { lines } of sortTable(table, 'population', descending, '')) {
      const values = lines.map(({ population }) => population)
      const known = values.filter((value) => value !== null)
      expect(known).toEqual(known.toSorted((a, b) => (descending ? b - a : a - b)))
      expect(values.slice(known.length).every((value) => value === null)).toBe(true)
    }
  })

  it('sorts by one measure and leaves the order of the page when asked', () => {
    const sorted = sortTable(table, 'measure', true, 'mediators')
    expect(idsOf(sorted, 'region-nantes')[0]).toBe('nantes')
    expect(sortTable(table, 'order', true, '')).toBe(table.groups)
    expect(idsOf(sortTable(table, 'name', true, ''), 'region-rennes')[0]).toBe(
      'Vezin-le-Coquet'.toLowerCase()
    )
  })

  it('exports a line a value, and one without value where nothing is published', () => {
    const rows = tableCsvRows(table)
    expect(rows.filter(({ id }) => id === 'brest')).toEqual([
      expect.objectContaining({ nom: 'Brest', valeur: null, affichage: 'non publié' })
    ])
    expect(rows).toContainEqual(expect.objectContaining({ id: 'orvault', valeur: 398 }))
    const values = table.groups.flatMap(({ lines }) => lines.flatMap((line) => line.values))
    expect(rows.filter(({ valeur }) => valeur !== null)).toHaveLength(values.length)
  })
})
