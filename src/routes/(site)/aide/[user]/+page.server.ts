import { error } from '@sveltejs/kit'
import { GUIDES } from '$lib/help/guides.ts'
import { canonical } from '$lib/site.ts'
import { guideCard } from '../../page-cards.server.ts'
import type { EntryGenerator, PageServerLoad } from './$types'

export const entries: EntryGenerator = () => GUIDES.map(({ id }) => ({ user: id }))

export const load: PageServerLoad = async ({ params }) => {
  const guide = GUIDES.find(({ id }) => id === params.user)
  if (guide === undefined) error(404, 'Ce guide n’existe pas')
  return {
    guide,
    others: GUIDES.filter(({ id }) => id !== guide.id).map(({ id, user, title }) => ({ id, user, title })),
    canonical: canonical(`/aide/${params.user}/`),
    shareAlt: (await guideCard(guide)).alt
  }
}
