import { byTheme, rateOf } from '$lib/domain/rgaa.ts'
import { association, canonical, contact, publisher } from '$lib/site.ts'
import { pageCards } from '../page-cards.server.ts'
import { openCriteria } from './criteria.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async () => {
  const criteria = await openCriteria()
  return {
    rate: rateOf(criteria),
    themes: byTheme(criteria),
    open: criteria.filter(({ plan }) => plan !== ''),
    site: publisher.name,
    association: association.name,
    contact: { ...contact },
    canonical: canonical('/accessibilite/'),
    shareAlt: (await pageCards['/accessibilite/']()).alt
  }
}
