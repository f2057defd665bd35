import { publishedPages } from '$lib/figures/published-pages.ts'
import { STATIC_FILES } from '$lib/figures/static-files.ts'
import { figureFile } from '../../../figure-file.server.ts'
import type { EntryGenerator, RequestHandler } from './$types'

export const prerender = true
export const trailingSlash = 'never'

export const entries: EntryGenerator = async () => {
  const { pages } = await publishedPages()
  return pages.flatMap(({ figure, territory }) =>
    territory === null
      ? []
      : STATIC_FILES.map(({ file }) => ({ id: figure.id, territoire: territory.id, file }))
  )
}

export const GET: RequestHandler = ({ params: { id, territoire, file } }) =>
  figureFile(id, territoire, file, `/figures/${id}/${territoire}/`)
