import { publishedPages } from '$lib/figures/published-pages.ts'
import { canonical } from '$lib/site.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async () => {
  const { pages, version } = await publishedPages()
  const figures = pages
    .filter(({ territory }) => territory === null)
    .map(({ figure, model, territories }) => ({
      id: figure.id,
      question: figure.question,
      title: model.title,
      territories: territories.length
    }))
  return { figures, version, canonical: canonical('/figures/') }
}
