import { publishedPages, releasedPages } from '$lib/figures/published-pages.ts'
import { releasedVersions } from '$lib/figures/released.ts'
import { canonical } from '$lib/site.ts'
import { figureList } from '../../../figures/figure-list.server.ts'
import { frozenFiguresCard } from '../../../page-cards.server.ts'
import type { EntryGenerator, PageServerLoad } from './$types'

export const entries: EntryGenerator = async () => (await releasedVersions()).map((version) => ({ version }))

export const load: PageServerLoad = async ({ params: { version } }) => ({
  figures: figureList(await releasedPages(version)),
  version,
  /** Are today's numbers of the same version? */
  same: (await publishedPages()).version === version,
  canonical: canonical('/figures/'),
  address: canonical(`/v/${version}/figures/`),
  shareAlt: (await frozenFiguresCard(version)).alt
})
