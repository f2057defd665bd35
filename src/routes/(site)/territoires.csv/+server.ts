import { writeCsv } from '$lib/csv/write-csv.ts'
import { openPublished } from '$lib/engine/published.ts'
import { askFicheData } from '$lib/places/fiche-data.ts'
import { tableCsvRows, territoryTable } from '$lib/places/territory-table.ts'
import type { RequestHandler } from './$types'

export const prerender = true

export const GET: RequestHandler = async () => {
  const { engine, manifest } = await openPublished()
  const data = await askFicheData((question) => engine.query(question))
  const rows = tableCsvRows(territoryTable(data, manifest.millesimes.at(-1) ?? 0))
  const columns = Object.keys(rows[0] ?? {})
  return new Response(writeCsv(columns, rows), { headers: { 'content-type': 'text/csv; charset=utf-8' } })
}
