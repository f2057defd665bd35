// The table of everything as a file, the same for the two flavours of CSV.
import { CSV_COLUMNS, overviewCsv } from '$lib/compare/compare-csv.ts'
import { askCompare } from '$lib/compare/compare-data.ts'
import { overviewOf } from '$lib/compare/overview.ts'
import { type CsvFlavour, writeCsv } from '$lib/csv/write-csv.ts'
import { knownFilters } from '$lib/domain/catalogue.ts'
import { defaultFilters } from '$lib/domain/filters.ts'
import { openPublished } from '$lib/engine/published.ts'
import { askCatalogue } from '$lib/figures/dashboard.ts'

export async function overviewFile(flavour: CsvFlavour): Promise<Response> {
  const { engine } = await openPublished()
  const ask: Parameters<typeof askCompare>[0] = (question) => engine.query(question)
  const data = await askCompare(ask, defaultFilters(knownFilters(await askCatalogue(ask))))
  return new Response(writeCsv(CSV_COLUMNS, overviewCsv(overviewOf(data), data), flavour), {
    headers: { 'content-type': 'text/csv; charset=utf-8' }
  })
}
