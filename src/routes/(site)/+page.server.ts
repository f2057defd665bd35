import { defaultFilters } from '$lib/domain/filters.ts'
import { knownFilters } from '$lib/domain/catalogue.ts'
import { openPublished, readPublished } from '$lib/engine/published.ts'
import { askCatalogue, askDashboard } from '$lib/figures/dashboard.ts'
import { publishedPages } from '$lib/figures/published-pages.ts'
import type { Outline } from '$lib/map/outline.ts'
import { canonical } from '$lib/site.ts'
import { pageCards } from './page-cards.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async () => {
  const { engine, manifest } = await openPublished()
  const ask: Parameters<typeof askDashboard>[0] = (question) => engine.query(question)
  const catalogue = await askCatalogue(ask)
  const initial = await askDashboard(ask, defaultFilters(knownFilters(catalogue)))
  const outline = (await readPublished('basemap/outline.json')) as Outline
  /** Territories that have a page, a figure. */
  const pages = Object.fromEntries(
    (await publishedPages()).pages.map(({ figure, territories }) => [
      figure.id,
      territories.map(({ id }) => id)
    ])
  )
  return {
    initial,
    catalogue,
    outline,
    pages,
    version: manifest.version,
    canonical: canonical('/'),
    shareAlt: (await pageCards['/']()).alt
  }
}
