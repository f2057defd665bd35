import { association, canonical, contact, licences, toComplete } from '$lib/site.ts'
import { pageCards } from '../page-cards.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async () => ({
  association: { ...association },
  contact: { ...contact },
  licences: { ...licences },
  toComplete: [...toComplete],
  canonical: canonical('/mentions-legales/'),
  shareAlt: (await pageCards['/mentions-legales/']()).alt
})
