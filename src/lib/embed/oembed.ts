// What is a site told that asks how to embed one of our pages? The oEmbed answer, made once a page (https://oembed.com).

import { french } from '../domain/format.ts'
import { toEntry } from '../figures/frame/entry.ts'
import { escapeXml } from '../figures/frame/image/svg.ts'
import {
  alternativeText,
  caption,
  creditText,
  type Provenance,
  type Publisher
} from '../figures/frame/words.ts'
import type { FigureModel } from '../figures/figure.ts'
import type { Fiche } from '../places/fiche.ts'

export interface Embeddable {
  /** Absolute addresses: of the page, of what the iframe shows, of its image of 1200 × 630 px. */
  page: string
  embed: string
  image: string
  title: string
  /** Planned height in CSS px at 600 px of width. */
  height: number
  /** Words to copy with the image: what it shows, its legend, whom to credit. */
  words: { alt: string; caption: string; credit: string }
}

export interface Oembed {
  version: '1.0'
  type: 'rich'
  provider_name: string
  provider_url: string
  title: string
  width: number
  height: number
  html: string
  thumbnail_url: string
  thumbnail_width: number
  thumbnail_height: number
  /** Seconds. */
  cache_age: number
  /** Ours, ignored by oEmbed's readers: the builder of embeds copies them. */
  optima: Embeddable['words'] & { page: string; embed: string }
}

/** CSS px: of an article. */
const WIDTH = 600

/**
 * The blockquote comes first and both carry the same class: by this, and by nothing else, WordPress knows a frame whose
 * height it may follow. It hides the blockquote; where frames are refused (mail, feed readers) it is what remains.
 */
export function oembedHtml({ page, embed, title, height }: Embeddable): string {
  const [name, href, src] = [title, page, embed].map(escapeXml)
  return (
    `<blockquote class="wp-embedded-content"><a href="${href}">${name}</a></blockquote>` +
    `<iframe class="wp-embedded-content" title="${name}" src="${src}" width="100%" height="${height}" ` +
    `frameborder="0" marginwidth="0" marginheight="0"></iframe>`
  )
}

export function oembed(one: Embeddable, site: { name: string; address: string }): Oembed {
  return {
    version: '1.0',
    type: 'rich',
    provider_name: site.name,
    provider_url: site.address,
    title: one.title,
    width: WIDTH,
    height: one.height,
    html: oembedHtml(one),
    thumbnail_url: one.image,
    thumbnail_width: 1200,
    thumbnail_height: 630,
    cache_age: 86_400,
    optima: { ...one.words, page: one.page, embed: one.embed }
  }
}

/** Words that go with the image of a fiche: its paragraph is what it shows. */
export function ficheWords(
  { name, year, lead, rows }: Pick<Fiche, 'name' | 'year' | 'lead' | 'rows'>,
  provenance: Provenance,
  publisher: Publisher
): Embeddable['words'] {
  return {
    alt: french(`Fiche de territoire. ${lead}`),
    caption: french(`${name}, ${year}. Source : rapport d’activité ${year} d’Optima.`),
    credit: creditText({ entries: rows.map(toEntry) }, provenance, publisher)
  }
}

/** Words that go with the image of a figure. */
export function wordsOf(
  model: FigureModel,
  provenance: Provenance,
  publisher: Publisher
): Embeddable['words'] {
  return {
    alt: alternativeText(model),
    caption: caption(model, provenance),
    credit: creditText(model, provenance, publisher)
  }
}
