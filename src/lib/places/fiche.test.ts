// Does every fiche say what the data say of its territory, no more, and at the right level?

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPublished } from '../engine/published.ts'
import { hide } from '../domain/hide.ts'
import type { FicheData } from './fiche-data.ts'
import { askFicheData } from './fiche-data.ts'
import type { Fiche } from './fiche.ts'
import { buildFiche } from './fiche.ts'
import { jsonLd } from './json-ld.ts'

let data: FicheData
let close: () => Promise<void>
const fiche = (id: string): Fiche => buildFiche(id, data, 2021)

beforeAll(async () => {
  const { engine } = await openPublished()
  close = () => engine.close()
  data = await askFicheData((question) => engine.query(question))
})
afterAll(() => close())

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ')

describe('one fiche', () => {
  it('tells Orvault as the report does', () => {
    const orvault = fiche('orvault')
    expect(plain(orvault.identity)).toBe(
      'Commune de Loire-Atlantique · INSEE 44114 · 28 534 habitants (INSEE, 2023)'
    )
    expect(orvault.numbers.map(({ value, label }) => plain(`${value} ${label}`))).toEqual([
      '17 004 personnes touchées',
      '398 médiations et régulations',
      '13,9 médiations et régulations pour 1 000 habitants'
    ])
    expect(orvault.numbers[2]?.marks).toEqual(['computed'])
    expect(plain(orvault.lead)).toBe(
      'En 2021, le rapport d’activité d’Optima nomme à Orvault un dispositif : Médiateurs Citoyenneté et Prévention. Il y publie 17 004 personnes touchées et 398 médiations et régulations. Marché d’Orvault renouvelé pour un an, de juillet 2021 à juin 2022.'
    )
    expect(orvault.activities[0]?.partners.map(plain)).toEqual(['Commandé et financé par : Ville d’Orvault'])
    expect(orvault.comparison?.bars).toEqual([])
    expect(orvault.offices.map(({ city }) => city)).toEqual(['Saint-Herblain'])
  })

  it('gives the produit of the agency as the agency’s, never as the commune’s', () => {
    const [first] = fiche('orvault').absences
    expect(first).toMatchObject({ what: 'Produit (recettes)', where: 'Région de Nantes' })
    expect(first?.row?.value).toBe(2_076_000)
    expect(fiche('orvault').rows.some(({ indicator }) => indicator === 'revenue')).toBe(false)
  })

  it.each([
    ['at least stays at least', 'angers', '≥ 264,1 actions pour 1 000 habitants'],
    ['full year only', 'rennes', '25,1 interventions pour 1 000 habitants']
  ])('per inhabitant: %s', (_, id, expected) => {
    expect(fiche(id).numbers.map(({ value, label }) => plain(`${value} ${label}`))).toContain(expected)
  })

  it.each([
    ['rennes', ['angers', 'rennes']],
    ['region-rennes', ['angers', 'region-ile-de-france', 'region-nantes', 'region-rennes']],
    ['mitry-mory', ['mitry-mory', 'nantes', 'rennes']],
    ['orvault', []],
    ['vincennes', []]
  ])('compares %s with those counted alike only', (id, expected) => {
    const found = fiche(id).comparison?.bars.map(({ row }) => row.territory) ?? []
    expect(found.toSorted()).toEqual(expected)
  })

  it('says of Brest that the report names it and nothing else', () => {
    const brest = fiche('brest')
    expect(brest.thin).toBe(true)
    expect(brest.activities).toEqual([])
    expect(brest.lead).toContain('sans dire ce qui s’y fait')
    expect(brest.quotes.map(({ text }) => text)).toEqual(['Rennes - St-Jacques-de-la-Lande - Brest'])
  })

  it('quotes of an arrondissement the sentence that counts the eight', () => {
    expect(fiche('paris-18').quotes[0]?.text).toMatch(/8 arrondissements .*Paris 18ème/)
  })

  it('says what became of a contract where its title does not', () => {
    expect(fiche('region-nantes').lead).toContain(
      'Renouvelé\u00a0: Espaces départementaux de Loire-Atlantique'
    )
    expect(fiche('orvault').lead).toContain('. Marché d’Orvault renouvelé pour un an')
    expect(fiche('villejuif').contracts[0]?.title).toBe('Villejuif recrute une équipe')
  })

  it('names the count that its chart leaves out', () => {
    expect(fiche('region-nantes').comparison?.guard).toMatch(/^«\u202fSites\u202f» n’est pas sur cet axe\. /)
  })

  it('dates Charenton of 2020 and says so', () => {
    expect(fiche('charenton-le-pont').lead).toContain('une année passée')
  })
})

describe('every fiche', () => {
  const ids = (): string[] => data.territories.map(({ id }) => id).filter((id) => id !== 'optima')

  it('has a lead, an office and an absence; at most three numbers; no number of another place', () => {
    for (const id of ids()) {
      const one = fiche(id)
      expect(one.lead, id).toMatch(/rapport d’activité/)
      expect(one.offices.length, id).toBeGreaterThan(0)
      expect(
        one.offices.every(({ phone }) => phone !== ''),
        id
      ).toBe(true)
      expect(one.numbers.length, id).toBeLessThanOrEqual(3)
      const own = new Set(data.rows.filter(({ territory }) => territory === id).map((row) => row.id))
      for (const number of one.numbers)
        expect(own.has(number.id.replace(/-par-habitant$/, '')), `${id}: ${number.id}`).toBe(true)
      expect(one.thin, id).toBe(one.numbers.length === 0)
      expect(one.quotes.length > 0 || !one.thin, id).toBe(true)
    }
  })

  it('compares values of one indicator, one unit and one period', () => {
    for (const id of ids()) {
      const bars = fiche(id).comparison?.bars ?? []
      const kinds = new Set(
        bars.map(({ row }) => [row.indicator, row.unit, row.period_start, row.period_end].join())
      )
      expect(kinds.size, id).toBeLessThanOrEqual(1)
      expect(
        bars.every(({ fraction }) => fraction > 0 && fraction <= 1),
        id
      ).toBe(true)
    }
  })

  it('gives search engines data that no text can break', () => {
    const script = jsonLd({ ...fiche('orvault'), lead: '</script><b>' }, 'https://site.test/')
    expect(script.match(/<\/script>/g)).toHaveLength(1)
    const json = JSON.parse(script.replace(/^<script[^>]*>/, '').replace('</script>', '')) as unknown
    expect(json).toMatchObject({
      name: 'Orvault : la médiation sociale d’Optima en 2021',
      description: '</script><b>'
    })
  })

  it('says secret of what was counted there and is hidden: neither a number nor an absence @fault-19', () => {
    const isActs = (row: FicheData['rows'][number]): boolean =>
      row.territory === 'orvault' && row.kind === 'acts'
    const rows = data.rows.filter((row) => !isActs(row))
    const secrets = data.rows.filter(isActs).map(hide)
    const hidden = buildFiche('orvault', { ...data, rows, secrets }, 2021)
    expect(hidden.secrets.map(({ what, where }) => [what, where])).toEqual([
      ['Médiations et régulations, Citoyenneté et Prévention', '']
    ])
    expect(hidden.absences.map(({ what }) => what)).not.toContain('Actes de médiation')
    expect(JSON.stringify(hidden)).not.toContain('398')
    const region = buildFiche('region-nantes', { ...data, rows, secrets }, 2021)
    expect(region.secrets.map(({ where }) => where)).toEqual(['Orvault'])
    expect(buildFiche('orvault', { ...data, rows, secrets }, 2022).secrets).toEqual([])
  })

  it('is refused for an id that is no territory', () => {
    expect(() => fiche('atlantis')).toThrow(TypeError)
  })
})
