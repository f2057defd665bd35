import { canonical } from '$lib/site.ts'
import { pageCards } from '../page-cards.server.ts'
import type { PageServerLoad } from './$types'
import { openComparison } from './open-comparison.server.ts'

export const load: PageServerLoad = async () => {
  const { data, version } = await openComparison()
  return {
    compare: data,
    version,
    canonical: canonical('/comparer/'),
    shareAlt: (await pageCards['/comparer/']()).alt
  }
}
