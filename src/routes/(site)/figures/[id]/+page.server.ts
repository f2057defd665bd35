import { everEntries } from '$lib/figures/ever-pages.ts'
import { loadFigure } from '../figure-load.server.ts'
import type { EntryGenerator, PageServerLoad } from './$types'

export const entries: EntryGenerator = async () =>
  (await everEntries(null)).flatMap(({ id, territory }) => (territory === null ? [{ id }] : []))

export const load: PageServerLoad = ({ params }) => loadFigure(params.id, null, null)
