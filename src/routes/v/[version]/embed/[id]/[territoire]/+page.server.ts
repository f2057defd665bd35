import { everEntries } from '$lib/figures/ever-pages.ts'
import { releasedVersions } from '$lib/figures/released.ts'
import { loadEmbed } from '../../../../../embed/embed-load.server.ts'
import type { EntryGenerator, PageServerLoad } from './$types'

export const entries: EntryGenerator = async () => {
  const all = (await releasedVersions()).map(async (version) =>
    (await everEntries(version)).flatMap(({ id, territory }) =>
      territory === null ? [] : [{ version, id, territoire: territory }]
    )
  )
  return (await Promise.all(all)).flat()
}

export const load: PageServerLoad = ({ params: { version, id, territoire } }) =>
  loadEmbed(id, territoire, version)
