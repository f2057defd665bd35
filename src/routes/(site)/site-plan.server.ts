// Which pages has the site? One list: readers see it as the plan, robots as sitemap.xml. A frozen page says by itself which live
// one to list.
import type { Pathname } from '$app/types'
import { territoryGroups } from '$lib/domain/catalogue.ts'
import { openPublished } from '$lib/engine/published.ts'
import { askCatalogue } from '$lib/figures/dashboard.ts'
import { publishedPages } from '$lib/figures/published-pages.ts'
import { GUIDES } from '$lib/help/guides.ts'
import { storyYears } from '$lib/story/published-story.ts'

export interface PlanLink {
  path: Pathname
  name: string
  /** Pages that are about a part of it. */
  parts: { path: Pathname; name: string }[]
}
export interface PlanSection {
  id: string
  title: string
  links: PlanLink[]
}

const link = (path: Pathname, name: string, parts: PlanLink['parts'] = []): PlanLink => ({
  path,
  name,
  parts
})

/** Every page, once. */
export async function sitePlan(): Promise<PlanSection[]> {
  const { engine } = await openPublished()
  const catalogue = await askCatalogue((question) => engine.query(question))
  const { pages } = await publishedPages()
  const years = await storyYears()
  const figures = pages
    .filter(({ territory }) => territory === null)
    .map(({ figure, model }) =>
      link(
        `/figures/${figure.id}/`,
        model.title,
        pages.flatMap(({ figure: { id }, territory }) =>
          id === figure.id && territory !== null
            ? [{ path: `/figures/${id}/${territory.id}/` as const, name: territory.name }]
            : []
        )
      )
    )
  return [
    {
      id: 'ensemble',
      title: 'Vue d’ensemble',
      links: [
        link('/', 'Tableau de bord'),
        link('/comparer/', 'Comparer des territoires, des dispositifs'),
        link(
          '/recit/',
          'Récit',
          years.map((year) => ({ path: `/recit/${year}/`, name: `L’année ${year}` }))
        )
      ]
    },
    {
      id: 'territoires',
      title: 'Territoires',
      links: [
        link('/territoires/', 'Tous les territoires'),
        ...territoryGroups(catalogue).flatMap(({ id, territories }) => {
          const [top, ...below] = territories.map((one) => ({
            path: `/territoires/${one.id}/` as const,
            name: one.name
          }))
          // What lies outside the regions has none above it.
          if (top === undefined) return []
          return id === 'autres'
            ? [top, ...below].map((one) => link(one.path, one.name))
            : link(top.path, top.name, below)
        })
      ]
    },
    { id: 'figures', title: 'Figures', links: [link('/figures/', 'Toutes les figures'), ...figures] },
    {
      id: 'donnees',
      title: 'Données et méthode',
      links: [
        link('/donnees/', 'Télécharger et explorer les données'),
        link('/donnees/importer/', 'Lire vos propres données'),
        link('/integrer/', 'Intégrer une figure sur un site'),
        link('/methode/', 'Méthode')
      ]
    },
    {
      id: 'site',
      title: 'Ce site',
      links: [
        link(
          '/aide/',
          'Aide',
          GUIDES.map(({ id, title }) => ({ path: `/aide/${id}/`, name: title }))
        ),
        link('/plan/', 'Plan du site'),
        link('/accessibilite/', 'Déclaration d’accessibilité'),
        link('/mentions-legales/', 'Mentions légales')
      ]
    }
  ]
}

/** Their addresses in the order of the plan. */
export function pathsOf(plan: readonly PlanSection[]): Pathname[] {
  return plan.flatMap(({ links }) =>
    links.flatMap(({ path, parts }) => [path, ...parts.map((one) => one.path)])
  )
}
