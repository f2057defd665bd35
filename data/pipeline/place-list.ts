// Which places may a reader look for? Our territories, and the other communes of the ten départements concerned.

import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readCsv } from '../../src/lib/csv/read-csv.ts'
import type { PlaceList } from '../../src/lib/domain/place-search.ts'
import type { Tables } from './read-tables.ts'

type Cells = Record<string, string>

const degrees = (text: string): number | null => (text === '' ? null : Number(text))
/** 100 m: enough for a distance in whole kilometres. */
const near = (value: unknown): number | null => (typeof value === 'number' ? Number(value.toFixed(3)) : null)
const pieces = (value: unknown): string[] =>
  typeof value === 'string' && value !== '' ? value.split('|') : []
const words = (value: unknown): string => (typeof value === 'string' ? value : '')

/** @throws Error when the file of communes is missing or a code of it is not five characters, each once. */
export async function placeList(
  communesFile: string,
  territories: Tables['territories']
): Promise<PlaceList> {
  const { header, rows } = readCsv(await readFile(communesFile, 'utf8'))
  const communes = rows.map(({ cells }): Cells =>
    Object.fromEntries(header.map((name, at) => [name, cells[at] ?? '']))
  )
  const known = new Set<string>()
  for (const { insee = '', name = '' } of communes) {
    if (!/^\d[\dAB]\d{3}$/.test(insee) || known.has(insee) || name === '')
      throw new Error(`communes.csv: « ${insee} » (${name}) is not a code of its own`)
    known.add(insee)
  }
  const ours = territories.map(({ values }) => values).filter(({ id }) => id !== 'optima')
  const taken = new Set(ours.map(({ insee }) => words(insee)))
  return {
    territories: ours.map((one) => [
      words(one.id),
      words(one.name),
      words(one.kind),
      words(one.departement),
      near(one.lon),
      near(one.lat),
      [words(one.insee), ...pieces(one.aliases)].filter((code) => code !== ''),
      pieces(one.spellings)
    ]),
    communes: communes
      .filter(({ insee = '' }) => !taken.has(insee))
      .toSorted((a, b) => Number(b.population) - Number(a.population))
      .map(({ insee = '', name = '', departement = '', postcodes, lon = '', lat = '' }) => [
        insee,
        name,
        departement,
        pieces(postcodes),
        degrees(lon),
        degrees(lat)
      ])
  }
}

/** Writes places.json into the folder that is published. */
export async function writePlaceList(
  folder: string,
  source: string,
  territories: Tables['territories']
): Promise<void> {
  const list = await placeList(join(source, 'basemap/communes.csv'), territories)
  await writeFile(join(folder, 'places.json'), JSON.stringify(list))
}
