import { openPublished } from '$lib/engine/published.ts'
import { readPublishedRules } from '$lib/figures/journal-rules.ts'
import { askCodes } from '$lib/query/codes.ts'
import type { RequestHandler } from './$types'

export const prerender = true

/** What the checks of a visitor's file look up, and the rules of secrecy; asked for with the first file. */
export const GET: RequestHandler = async () => {
  const { engine } = await openPublished()
  const codes = await askCodes((question) => engine.query(question))
  return Response.json({ ...codes, rules: await readPublishedRules() })
}
