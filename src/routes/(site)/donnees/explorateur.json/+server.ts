import { openPublished } from '$lib/engine/published.ts'
import { askPivot } from '$lib/explore/pivot-data.ts'
import type { RequestHandler } from './$types'

export const prerender = true

/** What the cross table reads, fetched when the page comes alive: the catalogue needs none of it. */
export const GET: RequestHandler = async () => {
  const { engine, manifest } = await openPublished()
  const data = await askPivot((question) => engine.query(question))
  return new Response(JSON.stringify({ version: manifest.version, data }), {
    headers: { 'content-type': 'application/json' }
  })
}
