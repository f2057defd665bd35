import { everEntries } from '$lib/figures/ever-pages.ts'
import { loadFigure } from '../../figure-load.server.ts'
import type { EntryGenerator, PageServerLoad } from './$types'

export const entries: EntryGenerator = async () =>
  (await everEntries(null)).flatMap(({ id, territory }) =>
    territory === null ? [] : [{ id, territoire: territory }]
  )

export const load: PageServerLoad = ({ params: { id, territoire } }) => loadFigure(id, territoire, null)
