// The table of everything as a file, the same for the two flavours of CSV.
import { CSV_COLUMNS, overviewCsv } from '$lib/compare/compare-csv.ts'
import { overviewOf } from '$lib/compare/overview.ts'
import { type CsvFlavour, writeCsv } from '$lib/csv/write-csv.ts'
import { openComparison } from './open-comparison.server.ts'

export async function overviewFile(flavour: CsvFlavour): Promise<Response> {
  const { data } = await openComparison()
  return new Response(writeCsv(CSV_COLUMNS, overviewCsv(overviewOf(data), data), flavour), {
    headers: { 'content-type': 'text/csv; charset=utf-8' }
  })
}
