import { error } from '@sveltejs/kit'
import { GUIDES } from '$lib/help/guides.ts'
import { guideCard } from '../../../page-cards.server.ts'
import { sharePng } from '../../../share-png.server.ts'
import type { EntryGenerator, RequestHandler } from './$types'

export const prerender = true
export const entries: EntryGenerator = () => GUIDES.map(({ id }) => ({ user: id }))

export const GET: RequestHandler = async ({ params }) => {
  const guide = GUIDES.find(({ id }) => id === params.user)
  if (guide === undefined) error(404, 'Ce guide n’existe pas')
  return sharePng(await guideCard(guide))
}
