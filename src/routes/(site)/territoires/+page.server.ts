import { openPublished } from '$lib/engine/published.ts'
import { askFicheData } from '$lib/places/fiche-data.ts'
import { territoryTable } from '$lib/places/territory-table.ts'
import { canonical } from '$lib/site.ts'
import { pageCards } from '../page-cards.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async () => {
  const { engine, manifest } = await openPublished()
  const data = await askFicheData((question) => engine.query(question))
  const year = manifest.millesimes.at(-1) ?? 0
  return {
    table: territoryTable(data, year),
    year,
    version: manifest.version,
    canonical: canonical('/territoires/'),
    shareAlt: (await pageCards['/territoires/']()).alt
  }
}
