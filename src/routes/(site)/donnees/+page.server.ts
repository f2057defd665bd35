import { openPublished } from '$lib/engine/published.ts'
import { canonical, toComplete } from '$lib/site.ts'
import { pageCards } from '../page-cards.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async () => {
  const { manifest } = await openPublished()
  return {
    version: manifest.version,
    years: manifest.millesimes,
    licence: manifest.site.licence.data,
    publisher: manifest.site.publisher,
    tables: manifest.tables.map(({ name, rows, parquet, csv }) => ({
      name,
      rows,
      parquet: { file: parquet.file, bytes: parquet.bytes },
      csv: { file: csv.file, bytes: csv.bytes }
    })),
    toComplete: toComplete.filter((item) => item.includes('licence')),
    canonical: canonical('/donnees/'),
    shareAlt: (await pageCards['/donnees/']()).alt
  }
}
