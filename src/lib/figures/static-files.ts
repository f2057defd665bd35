// Which files of a figure are made with the site, for readers without script and for other people's scripts?

import { SHARE_FILE } from './share/share-image.ts'

/** Names and words; the address is that of the page of the figure, then the name. */
export const STATIC_FILES = [
  { file: 'figure.svg', format: 'svg', says: 'Image SVG' },
  { file: SHARE_FILE, format: 'share', says: 'Image PNG pour les réseaux sociaux' },
  { file: 'donnees-excel.csv', format: 'csv-excel', says: 'CSV pour Excel en français' },
  { file: 'donnees.csv', format: 'csv', says: 'CSV standard' }
] as const

/** The builder of embeds, set on the figure of a page: "/figures/actes/rennes/" gives "/integrer/#actes/rennes". */
export function builderAddress(page: string): string {
  return page.replace(/(?:v\/[^/]+\/)?figures\/(.+?)\/?$/, 'integrer/#$1')
}

export type StaticFile = (typeof STATIC_FILES)[number]['file']
