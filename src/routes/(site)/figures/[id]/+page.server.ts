import { publishedPages } from '$lib/figures/published-pages.ts'
import { loadFigure } from '../figure-load.server.ts'
import type { EntryGenerator, PageServerLoad } from './$types'

export const entries: EntryGenerator = async () => {
  const { pages } = await publishedPages()
  return [...new Set(pages.map(({ figure }) => figure.id))].map((id) => ({ id }))
}

export const load: PageServerLoad = ({ params }) => loadFigure(params.id, null, null)
