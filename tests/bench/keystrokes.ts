// What does a key cost in the search by place? Each query typed letter by letter over the whole list, in Node.

import { readFileSync } from 'node:fs'
import { indexPlaces, searchPlaces, type PlaceList } from '../../src/lib/domain/place-search.ts'

/** What a screen of 60 Hz leaves between two pictures, ms. */
export const FRAME = 16.7

const ROUNDS = 5
/** Names as written, codes, typing errors (the dear pass), arrondissements, nonsense. */
const QUERIES = [
  'orvault',
  'orvualt',
  'saint-jacques de la lande',
  'st nazaire',
  'champigni sur marne',
  'villeneuve st georges',
  '44700',
  '75118',
  'paris 18e arrondissement',
  'boulogne-billancour',
  'xyzzyqwkxyzzyqwk'
] as const

/** ms of each key; one round first for the compiler. */
export function keystrokes(file: string): { times: number[]; places: number } {
  const index = indexPlaces(JSON.parse(readFileSync(file, 'utf8')) as PlaceList)
  const times: number[] = []
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const query of QUERIES)
      for (let letters = 1; letters <= query.length; letters += 1) {
        const start = performance.now()
        searchPlaces(index, query.slice(0, letters))
        if (round > 0) times.push(performance.now() - start)
      }
  return { times, places: index.length }
}
