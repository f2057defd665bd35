// How much bulky waste was collected, and in how much time? Six numbers of one page, each in its unit.

import { ratio } from '../../domain/comparability.ts'
import type { FigureRow } from '../../domain/figure-rows.ts'
import { formatMeasure, formatNumber } from '../../domain/format.ts'
import { plural } from '../../domain/sentence.ts'
import type { Figure } from '../figure.ts'
import { partsFigure } from '../parts.ts'
import { counted, saying } from '../words.ts'

const KG = 1000

/** A whole number of kilograms, said to be about when it was rounded. */
function kilos(value: number): string {
  const whole = Math.round(value)
  return `${Math.abs(whole - value) < 1e-6 ? '' : 'environ '}${formatMeasure(whole, 'kg')}`
}

/** A published average, done again from the tonnes: the two must meet. */
function check(tonnes: FigureRow, by: FigureRow, unit: string): string {
  const result = ratio(tonnes, by)
  return result.ok ? `${result.formula} font ${kilos(result.value * KG)} par ${unit}` : ''
}

const agreement = (checks: readonly string[]): string =>
  checks.includes('') ? '' : `Les moyennes publiées se retrouvent : ${checks.join(', ')} (calculé). `

export const encombrants: Figure = partsFigure({
  id: 'encombrants',
  question: 'Combien d’encombrants collectés, en combien de temps ?',
  reading:
    'Ce qui est collecté, le temps passé, et les deux moyennes que le rapport en tire. Chaque nombre a son unité : aucun axe commun.',
  name: 'Encombrants',
  programme: 'encombrants',
  parts: [
    {
      id: 'collecte',
      title: 'La collecte',
      indicators: ['waste_tonnes', 'waste_addresses', 'waste_days', 'waste_hours']
    },
    {
      id: 'moyennes',
      title: 'Les moyennes publiées',
      indicators: ['waste_kg_per_day', 'waste_kg_per_address'],
      note: () => 'Une moyenne ne s’additionne pas.'
    }
  ],
  layout: 'list',
  title: (rows) =>
    saying(
      rows,
      ['waste_tonnes', 'waste_days', 'waste_addresses'],
      (tonnes, days, addresses) =>
        `${formatNumber(tonnes.value)} ${plural(tonnes.value, 'tonne', 'tonnes')} d’encombrants en ${counted(days)} : ${counted(addresses)}`
    ),
  counts: (year) => `Encombrants collectés et temps passé, ${year} ; le lieu n’est pas dit`,
  note: (rows) =>
    saying(
      rows,
      ['waste_tonnes', 'waste_days', 'waste_addresses'],
      (tonnes, days, addresses) =>
        `${agreement([check(tonnes, days, 'jour'), check(tonnes, addresses, 'adresse')])}Un message cite aussi un tonnage de 2020, pour Rennes et un bailleur : ce n’est pas le même périmètre, donc pas une évolution.`
    ),
  absent: 'de chiffre sur les encombrants'
})
