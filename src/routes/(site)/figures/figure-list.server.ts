// What does a list of figures say of each: its question, its finding, for how many territories it is drawn?
import type { PublishedPages } from '$lib/figures/published-pages.ts'

export function figureList({ pages }: PublishedPages) {
  return pages
    .filter(({ territory }) => territory === null)
    .map(({ figure, model, territories }) => ({
      id: figure.id,
      question: figure.question,
      title: model.title,
      territories: territories.length
    }))
}
