import { everEntries } from '$lib/figures/ever-pages.ts'
import { STATIC_FILES } from '$lib/figures/static-files.ts'
import { figureFile } from '../../figure-file.server.ts'
import type { EntryGenerator, RequestHandler } from './$types'

export const prerender = true
export const trailingSlash = 'never'

export const entries: EntryGenerator = async () =>
  (await everEntries(null)).flatMap(({ id, territory }) =>
    territory === null ? STATIC_FILES.map(({ file }) => ({ id, file })) : []
  )

export const GET: RequestHandler = ({ params: { id, file } }) => figureFile(id, null, file, `/figures/${id}/`)
