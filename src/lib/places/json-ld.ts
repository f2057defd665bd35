// What does a search engine read of a fiche? One schema.org page about one place.

import type { Fiche } from './fiche.ts'

/** A script of data: "<" is escaped, so that no text can close it. */
export function jsonLd({ name, kind, lead, year }: Fiche, address: string): string {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'WebPage',
    name: `${name} : la médiation sociale d’Optima en ${year}`,
    description: lead,
    url: address,
    inLanguage: 'fr',
    about: { '@type': kind === 'commune' ? 'City' : 'Place', name },
    publisher: { '@type': 'Organization', name: 'Optima' }
  }
  return `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</` + 'script>'
}
