// Which pages can be embedded, and what is said of each? Read once for a whole build; never in the browser.

import { publishedPages, releasedPages, type PublishedPages } from '../figures/published-pages.ts'
import { releasedVersions } from '../figures/released.ts'
import { ficheOf, publishedFiches } from '../places/published-fiches.ts'
import type { Publisher } from '../figures/frame/words.ts'
import { embedPath, FICHES, imagePath, pagePath, type Place } from './addresses.ts'
import { type Embeddable, ficheWords, wordsOf } from './oembed.ts'
import { plannedFicheHeight } from './planned-height.ts'
import { embedHeight } from './shorten.ts'

export interface EmbeddablePage extends Embeddable {
  place: Place
}

type Absolute = (path: string) => string

const addresses = (place: Place, absolute: Absolute): Pick<Embeddable, 'page' | 'embed' | 'image'> => ({
  page: absolute(pagePath(place)),
  embed: absolute(embedPath(place)),
  image: absolute(imagePath(place))
})

function ofFigures(
  { pages, version }: PublishedPages,
  frozen: string | null,
  absolute: Absolute,
  publisher: Publisher
): EmbeddablePage[] {
  return pages.map(({ figure, territory, model, filters }) => {
    const place = { id: figure.id, territory: territory?.id ?? null, version: frozen }
    return {
      place,
      ...addresses(place, absolute),
      title: territory === null ? model.title : `${model.title} · ${territory.name}`,
      height: embedHeight(model),
      words: wordsOf(model, { year: filters.year, version }, publisher)
    }
  })
}

/** All of them: figures of today, fiches, figures of each release. @param absolute makes an address of a path */
export async function embeddables(absolute: Absolute, publisher: Publisher): Promise<EmbeddablePage[]> {
  const [live, fiches, versions] = await Promise.all([
    publishedPages(),
    publishedFiches(),
    releasedVersions()
  ])
  const released = await Promise.all(
    versions.map(async (version) => ofFigures(await releasedPages(version), version, absolute, publisher))
  )
  const territories = fiches.ids.flatMap((id) => {
    const fiche = ficheOf(fiches, id)
    if (fiche === undefined) return []
    const place = { id: FICHES, territory: id, version: null }
    return [
      {
        place,
        ...addresses(place, absolute),
        title: `${fiche.name}, ${fiche.year}`,
        height: plannedFicheHeight(fiche),
        words: ficheWords(fiche, { year: fiche.year, version: fiches.version }, publisher)
      }
    ]
  })
  return [...ofFigures(live, null, absolute, publisher), ...territories, ...released.flat()]
}
