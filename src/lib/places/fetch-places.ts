// Where does the list of places come from? Asked for once a visit, whichever field or page wants it first.

import type { PlaceList } from '../domain/place-search.ts'

const asked = new Map<string, Promise<PlaceList>>()

async function ask(source: string): Promise<PlaceList> {
  const response = await fetch(source)
  if (!response.ok) throw new Error(`${source}: ${response.status}`)
  return (await response.json()) as PlaceList
}

/**
 * The list at that address. A failure is forgotten, so that the reader may try again.
 * @throws whatever the network or the parser says
 */
export function fetchPlaces(source: string): Promise<PlaceList> {
  const known = asked.get(source)
  if (known !== undefined) return known
  const list = ask(source)
  asked.set(source, list)
  list.catch(() => asked.delete(source))
  return list
}
