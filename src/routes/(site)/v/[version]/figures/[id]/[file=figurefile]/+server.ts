import { releasedPages } from '$lib/figures/published-pages.ts'
import { releasedVersions } from '$lib/figures/released.ts'
import { STATIC_FILES } from '$lib/figures/static-files.ts'
import { figureFile } from '../../../../../figures/figure-file.server.ts'
import type { EntryGenerator, RequestHandler } from './$types'

export const prerender = true
export const trailingSlash = 'never'

export const entries: EntryGenerator = async () => {
  const all = (await releasedVersions()).map(async (version) =>
    (await releasedPages(version)).pages.flatMap(({ figure, territory }) =>
      territory === null ? STATIC_FILES.map(({ file }) => ({ version, id: figure.id, file })) : []
    )
  )
  return (await Promise.all(all)).flat()
}

export const GET: RequestHandler = ({ params }) =>
  figureFile(params.id, null, params.file, `/v/${params.version}/figures/${params.id}/`, params.version)
