import { releasedPages } from '$lib/figures/published-pages.ts'
import { releasedVersions } from '$lib/figures/released.ts'
import { loadFigure } from '../../../../figures/figure-load.server.ts'
import type { EntryGenerator, PageServerLoad } from './$types'

export const entries: EntryGenerator = async () => {
  const all = (await releasedVersions()).map(async (version) =>
    (await releasedPages(version)).pages.flatMap(({ figure, territory }) =>
      territory === null ? [{ version, id: figure.id }] : []
    )
  )
  return (await Promise.all(all)).flat()
}

export const load: PageServerLoad = ({ params: { version, id } }) => loadFigure(id, null, version)
