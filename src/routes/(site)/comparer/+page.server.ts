import { askCompare } from '$lib/compare/compare-data.ts'
import { knownFilters } from '$lib/domain/catalogue.ts'
import { defaultFilters } from '$lib/domain/filters.ts'
import { openPublished } from '$lib/engine/published.ts'
import { askCatalogue } from '$lib/figures/dashboard.ts'
import { canonical } from '$lib/site.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async () => {
  const { engine, manifest } = await openPublished()
  const ask: Parameters<typeof askCompare>[0] = (question) => engine.query(question)
  const filters = defaultFilters(knownFilters(await askCatalogue(ask)))
  return {
    compare: await askCompare(ask, filters),
    version: manifest.version,
    canonical: canonical('/comparer/')
  }
}
