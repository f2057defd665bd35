import { publishedPages } from '$lib/figures/published-pages.ts'
import { loadFigure } from '../../figure-load.server.ts'
import type { EntryGenerator, PageServerLoad } from './$types'

export const entries: EntryGenerator = async () => {
  const { pages } = await publishedPages()
  return pages.flatMap(({ figure, territory }) =>
    territory === null ? [] : [{ id: figure.id, territoire: territory.id }]
  )
}

export const load: PageServerLoad = ({ params: { id, territoire } }) => loadFigure(id, territoire, null)
