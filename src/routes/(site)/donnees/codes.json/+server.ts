import { openPublished } from '$lib/engine/published.ts'
import { askCodes } from '$lib/query/codes.ts'
import type { RequestHandler } from './$types'

export const prerender = true

/** What the checks of a visitor's file look up; asked for with the first file. */
export const GET: RequestHandler = async () => {
  const { engine } = await openPublished()
  return Response.json(await askCodes((question) => engine.query(question)))
}
