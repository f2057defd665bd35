// Are all the places a reader may look for in the list, once, in few bytes?

import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { placeList } from './place-list.ts'
import { readTables } from './read-tables.ts'

it('holds our territories and the other communes of ten départements, each once', async () => {
  const { tables } = await readTables('data')
  const list = await placeList('data/basemap/communes.csv', tables.territories)
  const codes = [
    ...list.territories.map(([, , , , , , aliases]) => aliases[0]),
    ...list.communes.map(([insee]) => insee)
  ]
  const insee = codes.filter((code) => code !== undefined && /^\d{5}$/.test(code))
  expect(new Set(insee).size).toBe(insee.length)
  expect(list.territories).toHaveLength(35)
  // 1 816 communes of the ten départements, less the 20 of ours that are among them.
  expect(list.communes).toHaveLength(1796)
  expect(new Set(list.communes.map(([, , departement]) => departement))).toEqual(
    new Set(['29', '35', '44', '49', '77', '91', '92', '93', '94'])
  )
  expect(gzipSync(JSON.stringify(list)).length).toBeLessThan(40_000)
})
