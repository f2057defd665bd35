// What do the share images of the pages that are neither figure nor fiche show? Numbers of the site, all from its data.

import { formatNumber, french } from '../../domain/format.ts'
import type { Rate } from '../../domain/rgaa.ts'
import type { Outline } from '../../map/outline.ts'
import type { FigurePage } from '../pages.ts'
import { type Card, cardSource, type CardValue } from './card.ts'
import { figureCard } from './figure-card.ts'

export interface Site {
  /** Name of the site. */
  site: string
  /** Millésime. */
  year: number
}

function wholeOf(pages: readonly FigurePage[], id: string): FigurePage {
  const page = pages.find(({ figure, territory }) => figure.id === id && territory === null)
  if (page === undefined) throw new RangeError(`no page of the figure ${id}`)
  return page
}

const count = (value: number, label: string, detail = ''): CardValue => ({
  value: formatNumber(value),
  marks: [],
  label,
  detail,
  hue: 'neutral'
})

/** Numbers of the site in words: they have neither marks nor places. */
function counted(title: string, items: readonly CardValue[], { site, year }: Site): Card {
  return {
    hue: 'neutral',
    place: `${site} · ${year}`,
    title: french(title),
    body: { kind: 'values', heading: '', items },
    total: items.length,
    land: null,
    source: cardSource(year),
    site: '',
    alt: french(`${title} : ${items.map(({ value, label }) => `${value} ${label}`).join(' ; ')}.`)
  }
}

/** The dashboard: the first key numbers beside the map. */
export function homeCard(pages: readonly FigurePage[], outline: Outline, { site, year }: Site): Card {
  const numbers = figureCard(wholeOf(pages, 'chiffres-cles'), { site, outline: null })
  const map = figureCard(wholeOf(pages, 'carte'), { site, outline })
  const title = `L’activité d’Optima en ${year}`
  const body =
    numbers.body.kind === 'values' ? { ...numbers.body, items: numbers.body.items.slice(0, 3) } : numbers.body
  return { ...map, place: `${site} · ${year}`, title, body, total: 0, alt: `${title}. ${numbers.alt}` }
}

/** The list of figures. */
export function figuresCard(pages: readonly FigurePage[], site: Site): Card {
  const whole = pages.filter(({ territory }) => territory === null).length
  return counted(
    'Une question, une figure, une adresse',
    [
      count(whole, 'figures', 'un dessin, une phrase, un tableau'),
      count(pages.length - whole, 'pages de territoire', 'la même figure, vue d’une commune ou d’une région')
    ],
    site
  )
}

/** The comparison: the one measure that all territories have, on its one axis. */
export function compareCard(pages: readonly FigurePage[], { site, year }: Site): Card {
  const page = wholeOf(pages, 'produit')
  const own = figureCard(page, { site, outline: null })
  const title = 'Les territoires d’Optima côte à côte'
  const card = { ...own, place: `${site} · ${year}`, title, total: 0, alt: `${title}. ${own.alt}` }
  if (own.body.kind !== 'bars') return card
  const lines = own.body.lines.filter(({ territory }) => territory !== '')
  return { ...card, body: { ...own.body, heading: `Produit, ${year}`, lines } }
}

/** The catalogue: how much can be taken away. */
export function dataCard(tables: readonly { rows: number }[], site: Site): Card {
  return counted(
    'Toutes les données d’Optima, à emporter',
    [
      count(tables.length, 'tables', 'en CSV, JSON et Parquet'),
      count(
        tables.reduce((sum, { rows }) => sum + rows, 0),
        'lignes',
        'chacune avec sa source'
      )
    ],
    site
  )
}

/** The reader of a visitor's own file: nothing is counted before it is read. */
export function importCard(site: Site): Card {
  return counted(
    'Vos données, lues dans votre navigateur',
    [count(0, 'octet envoyé', 'le fichier ne quitte pas l’ordinateur')],
    site
  )
}

/** The builder of embeds: how much can be shown on another site. */
export function embedCard(pages: readonly FigurePage[], site: Site): Card {
  const whole = pages.filter(({ territory }) => territory === null).length
  return counted(
    'Une figure d’Optima sur votre site',
    [
      count(whole, 'figures à intégrer', 'un lien à coller suffit'),
      count(0, 'cookie', 'pas de bannière à prévoir')
    ],
    site
  )
}

/** The method: how much was taken from the report. */
export function methodCard(
  counts: { observations: number; engagements: number; highlights: number },
  site: Site
): Card {
  return counted(
    'Chaque chiffre ouvre la phrase dont il vient',
    [
      count(counts.observations, 'chiffres', 'tirés du rapport, mot pour mot'),
      count(counts.engagements, 'contrats et projets'),
      count(counts.highlights, 'faits datés')
    ],
    site
  )
}

/** A year as a story, beside the map: how much happened, and how it is told. */
export function storyCard(
  story: { year: number; steps: number; facts: number; months: number },
  pages: readonly FigurePage[],
  outline: Outline,
  { site }: Site
): Card {
  const map = figureCard(wholeOf(pages, 'carte'), { site, outline })
  const items = [
    count(story.steps, 'étapes', 'chacune avec sa phrase du rapport'),
    count(story.facts, 'faits datés'),
    count(story.months, 'moments de l’année')
  ]
  const title = `L’année ${story.year} d’Optima en un récit`
  const said = items.map(({ label, value }) => `${value} ${label}`).join(' ; ')
  return {
    ...map,
    place: `${site} · ${story.year}`,
    title,
    body: { kind: 'values', heading: '', items },
    total: items.length,
    land: map.land === null ? null : { ...map.land, circles: [] },
    alt: french(`${title} : ${said}.`)
  }
}

/** The guides, all of them or one: how much there is to do. */
export function helpCard(title: string, counts: readonly [number, string, string][], site: Site): Card {
  return counted(
    title,
    counts.map(([value, label, detail]) => count(value, label, detail)),
    site
  )
}

/** The plan of the site: how many pages there are, and how many of them show a figure. */
export function planCard(all: number, pages: readonly FigurePage[], site: Site): Card {
  return counted(
    'Toutes les pages, chacune une fois',
    [count(all, 'pages'), count(pages.length, 'pages de figures', 'une figure, un territoire')],
    site
  )
}

/** The legal notice: what a visit costs the reader. */
export function legalCard(site: Site): Card {
  return counted(
    'Votre visite n’est suivie par personne',
    [
      count(0, 'cookie', 'rien à accepter'),
      count(0, 'mesure d’audience'),
      count(0, 'tiers', 'tout vient de ce site')
    ],
    site
  )
}

/** The declaration of accessibility: its result as it is. */
export function accessCard({ counts, applicable }: Rate, site: Site): Card {
  return counted(
    'Accessibilité : partiellement conforme',
    [
      count(counts.conforme, 'critères respectés', `sur ${applicable} qui s’appliquent`),
      count(counts['non conforme'], 'non respecté'),
      count(counts['non testé'], 'non testés')
    ],
    site
  )
}

export interface CountedTerritories {
  groups: readonly { name: string; hue: Card['hue']; count: number }[]
}

/** The list of territories: how many the report names, by region, beside the map. */
export function territoriesCard(
  { groups }: CountedTerritories,
  pages: readonly FigurePage[],
  outline: Outline,
  { site, year }: Site
): Card {
  const map = figureCard(wholeOf(pages, 'carte'), { site, outline })
  const total = groups.reduce((sum, one) => sum + one.count, 0)
  const items = groups.map((one): CardValue => ({
    ...count(one.count, one.name),
    hue: one.hue,
    named: true
  }))
  const title = `${formatNumber(total)} territoires, une fiche chacun`
  const said = items.map(({ label, value }) => `${label}, ${value}`).join(' ; ')
  return {
    ...map,
    place: `${site} · ${year}`,
    title: french(title),
    body: { kind: 'values', heading: '', items },
    total: items.length,
    land: map.land === null ? null : { ...map.land, circles: [] },
    alt: french(`${title} : ${said}.`)
  }
}
