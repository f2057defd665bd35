import { error } from '@sveltejs/kit'
import { embeddables } from '$lib/embed/embeddables.ts'
import { FICHES } from '$lib/embed/addresses.ts'
import { oembed } from '$lib/embed/oembed.ts'
import { publishedPages } from '$lib/figures/published-pages.ts'
import { releasedVersions } from '$lib/figures/released.ts'
import { publishedFiches } from '$lib/places/published-fiches.ts'
import { absolute, canonical, publisher } from '$lib/site.ts'
import { pageCards } from '../page-cards.server.ts'
import type { PageServerLoad } from './$types'

/** Shown before the reader has chosen: one drawing with the marks, the total and the remainder. */
const FIRST = 'produit'

export const load: PageServerLoad = async () => {
  const [{ pages }, all, fiches] = await Promise.all([
    publishedPages(),
    embeddables(absolute, publisher),
    publishedFiches()
  ])
  const first = all.find(
    ({ place }) => place.id === FIRST && place.territory === null && place.version === null
  )
  if (first === undefined) error(500, `no figure ${FIRST}`)
  const release = (await releasedVersions()).at(-1) ?? ''
  const figures = pages
    .filter(({ territory }) => territory === null)
    .map(({ figure, territories }) => ({
      id: figure.id,
      question: figure.question,
      territories,
      whole: true
    }))
    .sort((a, b) => Number(b.id === FIRST) - Number(a.id === FIRST))
  const named = fiches.data.territories.filter(({ id }) => fiches.ids.includes(id))
  const fiche = {
    id: FICHES,
    question: 'Fiche d’un territoire',
    territories: named.map(({ id, name }) => ({ id, name })),
    whole: false
  }
  return {
    figures: [...figures, fiche],
    first: oembed(first, { name: publisher.name, address: canonical('/') }),
    release,
    released: all
      .filter(({ place }) => place.version === release && release !== '')
      .map(({ place }) => (place.territory === null ? place.id : `${place.id}/${place.territory}`)),
    canonical: canonical('/integrer/'),
    shareAlt: (await pageCards['/integrer/']()).alt
  }
}
