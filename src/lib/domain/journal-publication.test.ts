import { describe, expect, it } from 'vitest'
import type { JournalCount } from './journal-cube.ts'
import { publishJournal, type JournalReference, type JournalSummary } from './journal-publication.ts'
import { readJournalRules, thresholdGroups } from './journal-rules.ts'

const rule = {
  people_indicator: '',
  threshold: 5,
  public: 'tout public',
  why: 'règle',
  season_start: '',
  season_end: ''
}
const reference: JournalReference = {
  territories: [
    { id: 'optima', name: 'Tout Optima', parent: '' },
    { id: 'ouest', name: 'Ouest', parent: 'optima' },
    { id: 'rennes', name: 'Rennes', parent: 'ouest' },
    { id: 'brest', name: 'Brest', parent: 'ouest' },
    { id: 'nantes', name: 'Nantes', parent: 'ouest' }
  ],
  sites: [
    { id: 'blosne', name: 'Le Blosne', territory: 'rennes' },
    { id: 'maurepas', name: 'Maurepas', territory: 'rennes' }
  ],
  programmes: [
    { id: 'jour', name: 'Médiation de jour' },
    { id: 'ecole', name: 'École' },
    { id: 'piscines', name: 'Piscines' }
  ],
  indicators: [
    { id: 'acts_day', name: 'interventions', unit: 'acts' },
    { id: 'conflicts', name: 'conflits', unit: 'acts' },
    { id: 'people_met', name: 'personnes rencontrées', unit: 'people' },
    { id: 'intervention_days', name: 'jours d’intervention', unit: 'days' }
  ],
  rules: [
    { ...rule, programme: 'jour', people_indicator: 'people_met' },
    { ...rule, programme: 'ecole', threshold: 11, public: 'mineurs' },
    { ...rule, programme: 'piscines', season_start: '06-01', season_end: '08-31' }
  ]
}
const count = (place: string, value: number, more: Partial<JournalCount> = {}): JournalCount => ({
  place,
  programme: 'jour',
  act: 'acts_day',
  count: value,
  people: null,
  uncounted: value,
  ...more
})
const summary = (counts: JournalCount[], more: Partial<JournalSummary> = {}): JournalSummary => ({
  year: 2022,
  fictitious: false,
  counts,
  days: [],
  spans: [
    { programme: 'jour', first: '2022-01-03', last: '2022-12-30' },
    { programme: 'piscines', first: '2022-06-25', last: '2022-08-29' }
  ],
  ...more
})
const publish = (counts: JournalCount[], more: Partial<JournalSummary> = {}) =>
  publishJournal(summary(counts, more), reference)

describe('observations of a journal', () => {
  it('are counts by territory and dispositif, each with the line it quotes', () => {
    const { observations, statement } = publish([
      count('blosne', 30),
      count('maurepas', 20),
      count('nantes', 12)
    ])
    expect(observations).toMatchObject([
      {
        id: 'journal-acts-day-rennes-jour-2022',
        territory: 'rennes',
        value: 50,
        unit: 'acts',
        mark: 'exact',
        perimeter: 'rennes:jour',
        period_start: '2022-01-01',
        period_end: '2022-12-31',
        source: 'journal-2022'
      },
      { territory: 'nantes', value: 12 }
    ])
    for (const { quote } of observations) expect(statement).toContain(quote)
  })

  it('leave out what is small and what would give it back', () => {
    const { observations, hidden, cells } = publish([
      count('rennes', 50),
      count('brest', 3),
      count('nantes', 12)
    ])
    expect(observations.map(({ territory, value, mark }) => [territory, value, mark])).toEqual([
      ['rennes', 50, 'exact'],
      ['brest', '', 'secret'],
      ['nantes', '', 'secret']
    ])
    expect(observations.map(({ quote }) => quote)).toEqual([
      expect.stringMatching(/ : 50$/),
      expect.stringMatching(/ : secret$/),
      expect.stringMatching(/ : secret$/)
    ])
    expect(hidden.map(({ lieu, raison }) => [lieu, raison.split(' ')[0]])).toEqual([
      ['Brest', 'Moins'],
      ['Nantes', 'Caché']
    ])
    expect(cells.filter(({ valeur }) => valeur !== null && valeur > 0 && valeur < 5)).toEqual([])
    expect(cells.find(({ lieu }) => lieu === 'ouest')).toMatchObject({ valeur: 65, statut: 'publié' })
  })

  it('hide acts of few people, and say when people are a minimum', () => {
    const few = publish([count('rennes', 40, { people: 3, uncounted: 0 })])
    expect(few.observations.map(({ value, mark }) => [value, mark])).toEqual([
      ['', 'secret'],
      ['', 'secret']
    ])
    const partly = publish([count('rennes', 40, { people: 60, uncounted: 7 })])
    expect(partly.observations.find(({ indicator }) => indicator === 'people_met')).toMatchObject({
      value: 60,
      mark: 'at_least'
    })
  })

  it('keep to 11 where minors are concerned', () => {
    const school = { programme: 'ecole', act: 'conflicts' }
    expect(publish([count('rennes', 10, school)]).observations).toMatchObject([{ value: '', mark: 'secret' }])
    expect(publish([count('rennes', 11, school)]).observations).toMatchObject([{ value: 11 }])
  })

  it('never hide means', () => {
    const { observations } = publish([count('brest', 2)], {
      days: [{ territory: 'brest', programme: 'jour', days: 2 }]
    })
    expect(observations).toMatchObject([{ value: '' }, { indicator: 'intervention_days', value: 2 }])
  })

  it('cover the season of a dispositif, or the months that the journal has', () => {
    const pools = publish([count('rennes', 40, { programme: 'piscines' })])
    expect(pools.observations[0]).toMatchObject({
      period_start: '2022-06-01',
      period_end: '2022-08-31',
      mark: 'partial_period'
    })
    const spans = [{ programme: 'jour', first: '2022-02-14', last: '2022-11-02' }]
    expect(publish([count('rennes', 40)], { spans }).observations[0]).toMatchObject({
      period_start: '2022-02-01',
      period_end: '2022-11-30',
      mark: 'partial_period'
    })
  })

  it('never count a place twice: a region has what lies in none of its communes', () => {
    const { observations } = publish([count('ouest', 20), count('rennes', 30)])
    expect(observations.map(({ territory, value, perimeter }) => [territory, value, perimeter])).toEqual([
      ['ouest', 20, 'ouest:jour:hors-territoires-inclus'],
      ['rennes', 30, 'rennes:jour']
    ])
  })

  it('say what was counted, where, when and what may be missing', () => {
    const { observations } = publish([
      count('ouest', 20, { people: 30, uncounted: 2 }),
      count('rennes', 30, { programme: 'ecole', act: 'conflicts' })
    ])
    expect(observations[0]).toEqual({
      id: 'journal-acts-day-ouest-jour-2022',
      indicator: 'acts_day',
      territory: 'ouest',
      site: '',
      programme: 'jour',
      period_start: '2022-01-01',
      period_end: '2022-12-31',
      value: 20,
      unit: 'acts',
      mark: 'exact',
      perimeter: 'ouest:jour',
      source: 'journal-2022',
      section: 'Journal 2022',
      quote: 'Interventions, Médiation de jour, Ouest, 2022 : 20',
      formula: '',
      contradicts: '',
      note: ''
    })
    expect(observations.find(({ indicator }) => indicator === 'people_met')).toMatchObject({
      value: 30,
      unit: 'people',
      mark: 'at_least',
      note: 'Des lignes du journal ne comptent pas leurs personnes : c’est un minimum.'
    })
  })

  it('name what lies in no territory below, and codes that have no name', () => {
    const { observations } = publish([
      count('ouest', 20),
      count('rennes', 30),
      count('brest', 40, { act: 'odd' })
    ])
    expect(observations.map(({ id, quote, unit }) => [id, quote, unit])).toEqual([
      [
        'journal-acts-day-ouest-jour-hors-territoires-inclus-2022',
        'Interventions, Médiation de jour, Ouest, hors territoires inclus, 2022 : 20',
        'acts'
      ],
      ['journal-acts-day-rennes-jour-2022', 'Interventions, Médiation de jour, Rennes, 2022 : 30', 'acts'],
      ['journal-odd-brest-jour-2022', 'Odd, Médiation de jour, Brest, 2022 : 40', '']
    ])
  })

  it('of a season that is secret bear both marks, and the note of what is secret', () => {
    const { observations } = publish([count('rennes', 3, { programme: 'piscines', people: 2, uncounted: 1 })])
    expect(observations).toMatchObject([{ mark: 'secret|partial_period', value: '' }])
    expect(observations[0]?.note).toMatch(/^Secret : trop petit/)
  })

  it('have no row for nothing, and no other part for a dispositif that is elsewhere', () => {
    const { observations } = publish([
      count('ouest', 0),
      count('ouest', 20, { programme: 'ecole' }),
      count('rennes', 30)
    ])
    expect(observations.map(({ perimeter }) => perimeter)).toEqual(['ouest:ecole', 'rennes:jour'])
  })

  it('come with every cell, site by site, and with what was hidden and why', () => {
    const { cells, hidden } = publish([
      count('blosne', 30),
      count('maurepas', 3),
      count('rennes', 9, { programme: 'ecole' }),
      count('rennes', 40, { programme: 'piscines' })
    ])
    expect(cells.find(({ lieu, dispositif }) => lieu === 'blosne' && dispositif === 'jour')).toMatchObject({
      indicateur: 'acts_day',
      niveau: 'site',
      annee: 2022
    })
    expect(cells.find(({ lieu, dispositif }) => lieu === 'maurepas' && dispositif === 'jour')).toEqual({
      indicateur: 'acts_day',
      niveau: 'site',
      lieu: 'maurepas',
      dispositif: 'jour',
      annee: 2022,
      valeur: null,
      statut: 'secret'
    })
    expect(cells.find(({ lieu, dispositif }) => lieu === 'optima' && dispositif === '')).toMatchObject({
      niveau: 'territoire',
      valeur: 82,
      statut: 'publié'
    })
    expect(cells.every(({ lieu }) => !lieu.includes('#'))).toBe(true)
    expect(hidden).toContainEqual({
      indicateur: 'interventions',
      lieu: 'Maurepas',
      dispositif: 'Médiation de jour',
      annee: 2022,
      raison: 'Moins de 5, ou moins de 5 personnes concernées : secret (tout public, règle).',
      reason: 'small'
    })
    expect(hidden).toContainEqual({
      indicateur: 'interventions',
      lieu: 'Rennes',
      dispositif: 'École',
      annee: 2022,
      raison: 'Moins de 11, ou moins de 11 personnes concernées : secret (mineurs, règle).',
      reason: 'small'
    })
    expect(hidden.filter(({ reason }) => reason === 'protects')[0]).toMatchObject({
      raison: 'Caché pour en protéger un autre : avec les totaux publiés, il le rendrait par soustraction.'
    })
  })

  it('of a dispositif without a rule say the threshold alone; a sum is of all of them', () => {
    const { hidden } = publish([
      count('brest', 2, { programme: 'autre' }),
      count('brest', 1, { programme: 'neuf' })
    ])
    expect(hidden.find(({ dispositif, lieu }) => dispositif === 'autre' && lieu === 'Brest')?.raison).toBe(
      'Moins de 5, ou moins de 5 personnes concernées : secret.'
    )
    expect(hidden.some(({ dispositif, lieu }) => dispositif === 'tous' && lieu === 'Brest')).toBe(true)
  })

  it('say that they are made up when they are', () => {
    const { source, observations } = publish([count('rennes', 30)], { fictitious: true })
    expect([source.id, observations[0]?.source]).toEqual(['journal-fictif-2022', 'journal-fictif-2022'])
  })
})

it('refuses a rule of another shape', () => {
  expect(() => readJournalRules([{ ...rule, programme: 'x', threshold: 1 }])).toThrow('data_unreadable')
})

it('says whom each threshold protects', () => {
  expect(thresholdGroups(reference.rules, reference.programmes)).toEqual([
    { threshold: 5, who: 'règle générale' },
    { threshold: 11, who: 'mineurs (École)' }
  ])
})
