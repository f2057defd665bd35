import { canonical } from '$lib/site.ts'
import { pageCards } from '../page-cards.server.ts'
import { sitePlan } from '../site-plan.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async () => ({
  plan: await sitePlan(),
  canonical: canonical('/plan/'),
  shareAlt: (await pageCards['/plan/']()).alt
})
