// Which words say what may be published of a journal: how many counts, how many hidden and why?

import { formatNumber, french } from '../domain/format.ts'
import type { ThresholdGroup } from '../domain/journal-rules.ts'
import { plural } from '../domain/sentence.ts'
import type { PublicationSummary } from './prepare-publication.ts'

type Counts = Pick<PublicationSummary, 'published' | 'small' | 'protects'>

const hidden = (count: number): string => `${formatNumber(count)} ${plural(count, 'caché', 'cachés')}`

/** "2022 : 120 nombres publiés, 14 cachés." */
export function publicationSentence({ year, ...counts }: Counts & { year: number }): string {
  const { published, small, protects } = counts
  const shown = `${formatNumber(published)} ${plural(published, 'nombre publié', 'nombres publiés')}`
  return french(`${year} : ${shown}, ${small + protects === 0 ? 'aucun caché' : hidden(small + protects)}.`)
}

/** Why counts are hidden, one line a reason that holds. */
export function hiddenLines({ small, protects }: Counts): string[] {
  return [
    ...(small === 0
      ? []
      : [`${hidden(small)} par le seuil : trop petits, ou faits de trop peu de personnes.`]),
    ...(protects === 0
      ? []
      : [
          `${hidden(protects)} en complément : avec les totaux publiés, ${plural(protects, 'il rendrait', 'ils rendraient')} les premiers par soustraction.`
        ])
  ].map(french)
}

/** "Un nombre de 1 à 4 est caché (règle générale) ; de 1 à 10 : mineurs (École)…" */
export function thresholdSentence(groups: readonly ThresholdGroup[]): string {
  const words = groups.map(({ threshold, who }) => `de 1 à ${formatNumber(threshold - 1)} : ${who}`)
  return french(
    `Est caché un nombre qui pourrait désigner quelqu’un ; ${words.join(' ; ')}. Les moyens (jours, sites, médiateurs) ne le sont jamais.`
  )
}
