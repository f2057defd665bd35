import { publishedPages } from '$lib/figures/published-pages.ts'
import { releasedVersions } from '$lib/figures/released.ts'
import { canonical } from '$lib/site.ts'
import { pageCards } from '../page-cards.server.ts'
import type { PageServerLoad } from './$types'
import { figureList } from './figure-list.server.ts'

export const load: PageServerLoad = async () => {
  const published = await publishedPages()
  return {
    figures: figureList(published),
    version: published.version,
    releases: await releasedVersions(),
    canonical: canonical('/figures/'),
    shareAlt: (await pageCards['/figures/']()).alt
  }
}
