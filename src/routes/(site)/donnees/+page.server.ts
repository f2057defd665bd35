import { openPublished, publishedBytes } from '$lib/engine/published.ts'
import { canonical } from '$lib/site.ts'
import { pageCards } from '../page-cards.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async () => {
  const { manifest } = await openPublished()
  return {
    version: manifest.version,
    years: manifest.millesimes,
    licence: manifest.site.licence.data,
    publisher: manifest.site.publisher,
    tables: await Promise.all(
      manifest.tables.map(async ({ name, rows, parquet, csv }) => ({
        name,
        rows,
        files: await Promise.all(
          [
            { format: 'CSV Excel', file: `${name}-excel.csv` },
            { format: 'CSV', file: csv.file },
            { format: 'JSON', file: `${name}.json` },
            { format: 'Parquet', file: parquet.file }
          ].map(async (one) => ({ ...one, bytes: await publishedBytes(one.file) }))
        )
      }))
    ),
    canonical: canonical('/donnees/'),
    shareAlt: (await pageCards['/donnees/']()).alt
  }
}
