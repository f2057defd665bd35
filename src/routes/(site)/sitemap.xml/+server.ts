import { openPublished } from '$lib/engine/published.ts'
import { publishedPages } from '$lib/figures/published-pages.ts'
import { GUIDES } from '$lib/help/guides.ts'
import { askFicheData } from '$lib/places/fiche-data.ts'
import { canonical } from '$lib/site.ts'
import { storyYears } from '$lib/story/published-story.ts'
import type { RequestHandler } from './$types'

export const prerender = true

/** Every page of the site, absolute; a frozen page says by itself which live one to list. Ids are letters, digits and hyphens: nothing to escape. */
export const GET: RequestHandler = async () => {
  const { engine } = await openPublished()
  const { territories } = await askFicheData((question) => engine.query(question))
  const figures = (await publishedPages()).pages.map(({ figure, territory }) =>
    canonical(territory === null ? `/figures/${figure.id}/` : `/figures/${figure.id}/${territory.id}/`)
  )
  const years = await storyYears()
  const pages = [
    canonical('/'),
    canonical('/territoires/'),
    ...territories.filter(({ id }) => id !== 'optima').map(({ id }) => canonical(`/territoires/${id}/`)),
    canonical('/figures/'),
    ...figures,
    canonical('/comparer/'),
    canonical('/donnees/'),
    canonical('/donnees/importer/'),
    canonical('/integrer/'),
    canonical('/methode/'),
    canonical('/recit/'),
    ...years.map((year) => canonical(`/recit/${year}/`)),
    canonical('/aide/'),
    ...GUIDES.map(({ id }) => canonical(`/aide/${id}/`)),
    canonical('/accessibilite/'),
    canonical('/mentions-legales/')
  ]
  const urls = pages.map((page) => `  <url><loc>${page}</loc></url>`).join('\n')
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls}\n</urlset>\n`
  return new Response(xml, { headers: { 'content-type': 'application/xml' } })
}
