import { GUIDES } from '$lib/help/guides.ts'
import { canonical } from '$lib/site.ts'
import { pageCards } from '../page-cards.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async () => ({
  guides: GUIDES.map(({ id, user, title, wish }) => ({ id, user, title, wish })),
  canonical: canonical('/aide/'),
  shareAlt: (await pageCards['/aide/']()).alt
})
