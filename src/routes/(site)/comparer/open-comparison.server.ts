// What is compared, read once for the page and each of its files.
import { askCompare, type CompareData } from '$lib/compare/compare-data.ts'
import { knownFilters } from '$lib/domain/catalogue.ts'
import { defaultFilters } from '$lib/domain/filters.ts'
import { openPublished } from '$lib/engine/published.ts'
import { askCatalogue } from '$lib/figures/dashboard.ts'

export async function openComparison(): Promise<{ data: CompareData; version: string }> {
  const { engine, manifest } = await openPublished()
  const ask: Parameters<typeof askCompare>[0] = (question) => engine.query(question)
  const filters = defaultFilters(knownFilters(await askCatalogue(ask)))
  return { data: await askCompare(ask, filters), version: manifest.version }
}
