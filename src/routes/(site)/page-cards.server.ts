// The share images of the pages of the site, gathered once for the head of each page and for its PNG.
import { rateOf } from '$lib/domain/rgaa.ts'
import { openPublished, readPublished } from '$lib/engine/published.ts'
import { askMethod } from '$lib/figures/method.ts'
import { publishedPages, releasedPages } from '$lib/figures/published-pages.ts'
import type { Card } from '$lib/figures/share/card.ts'
import {
  accessCard,
  compareCard,
  dataCard,
  embedCard,
  figuresCard,
  helpCard,
  homeCard,
  importCard,
  legalCard,
  methodCard,
  planCard,
  type Site,
  territoriesCard
} from '$lib/figures/share/page-cards.ts'
import type { Guide } from '$lib/help/guide.ts'
import { GUIDES } from '$lib/help/guides.ts'
import type { Outline } from '$lib/map/outline.ts'
import { askFicheData } from '$lib/places/fiche-data.ts'
import { territoryTable } from '$lib/places/territory-table.ts'
import { publisher } from '$lib/site.ts'
import { openCriteria } from './accessibilite/criteria.server.ts'
import { pathsOf, sitePlan } from './site-plan.server.ts'

async function published() {
  const { engine, manifest } = await openPublished()
  const { pages } = await publishedPages()
  const outline = (await readPublished('basemap/outline.json')) as Outline
  const site: Site = { site: publisher.name, year: manifest.millesimes.at(-1) ?? 0 }
  const ask: Parameters<typeof askMethod>[0] = (question) => engine.query(question)
  return { ask, pages, outline, site, tables: manifest.tables }
}

/** Of the list of the figures that a released version keeps. */
export async function frozenFiguresCard(version: string): Promise<Card> {
  const { pages } = await releasedPages(version)
  const { site } = await published()
  return { ...figuresCard(pages, site), place: `Données ${version}` }
}

/** Of one guide. */
export async function guideCard({ user, title, wish, steps }: Guide): Promise<Card> {
  const card = helpCard(
    title,
    [[steps.length, 'étapes', 'avec les mots des boutons']],
    (await published()).site
  )
  return { ...card, place: `Aide · ${user}`, alt: `${user}. ${card.alt} ${wish}` }
}

/** One a page, by its address. */
export const pageCards = {
  '/': async (): Promise<Card> => {
    const { pages, outline, site } = await published()
    return homeCard(pages, outline, site)
  },
  '/territoires/': async (): Promise<Card> => {
    const { ask, pages, outline, site } = await published()
    const { groups } = territoryTable(await askFicheData(ask), site.year)
    const counted = groups.map(({ name, hue, lines }) => ({ name, hue, count: lines.length }))
    return territoriesCard({ groups: counted }, pages, outline, site)
  },
  '/figures/': async (): Promise<Card> => {
    const { pages, site } = await published()
    return figuresCard(pages, site)
  },
  '/comparer/': async (): Promise<Card> => {
    const { pages, site } = await published()
    return compareCard(pages, site)
  },
  '/donnees/': async (): Promise<Card> => {
    const { tables, site } = await published()
    return dataCard(tables, site)
  },
  '/donnees/importer/': async (): Promise<Card> => importCard((await published()).site),
  '/integrer/': async (): Promise<Card> => {
    const { pages, site } = await published()
    return embedCard(pages, site)
  },
  '/methode/': async (): Promise<Card> => {
    const { ask, site } = await published()
    return methodCard((await askMethod(ask)).counts, site)
  },
  '/aide/': async (): Promise<Card> =>
    helpCard(
      'Quatre guides, une page chacun',
      [
        [GUIDES.length, 'guides', 'un par lecteur'],
        [GUIDES.reduce((sum, { steps }) => sum + steps.length, 0), 'étapes', 'avec les mots des boutons']
      ],
      (await published()).site
    ),
  '/plan/': async (): Promise<Card> => {
    const { pages, site } = await published()
    return planCard(pathsOf(await sitePlan()).length, pages, site)
  },
  '/mentions-legales/': async (): Promise<Card> => legalCard((await published()).site),
  '/accessibilite/': async (): Promise<Card> =>
    accessCard(rateOf(await openCriteria()), (await published()).site)
} as const
