import { beforeAll, describe, expect, it } from 'vitest'
import type { HighlightRow } from '../domain/fiche-rows.ts'
import { buildStory, type StoryInput, type Story } from './story.ts'
import { publishedStory, storyYears } from './published-story.ts'
import { sceneOf } from './scene.ts'

const territory = (
  id: string,
  parent: string,
  kind: StoryInput['territories'][number]['kind']
): StoryInput['territories'][number] => ({
  id,
  name: id,
  kind,
  parent,
  region: parent === 'optima' || parent === '' ? id : parent,
  hue: 'neutral'
})
const territories = [
  territory('optima', '', 'organisation'),
  territory('region-rennes', 'optima', 'region'),
  territory('rennes', 'region-rennes', 'commune'),
  territory('angers', 'optima', 'commune')
]
const place = (id: string, lon: number, lat: number, region: string): StoryInput['places'][number] => ({
  id,
  name: id,
  kind: 'commune',
  parent: region,
  region,
  hue: 'neutral',
  families: [],
  programmes: [],
  lon,
  lat,
  precision: 'commune_centre',
  counted: 0,
  since: '',
  selected: true
})
const places = [place('rennes', -1.68, 48.11, 'region-rennes'), place('angers', -0.55, 47.47, 'angers')]
const known = new Map(territories.map((one) => [one.id, one]))

describe('the scene of a step', () => {
  it.each([
    ['a commune', ['rennes'], { view: 'rennes', lit: ['rennes'], selected: 'rennes', caption: 'À rennes.' }],
    [
      'all of Optima, whatever stands beside',
      ['optima', 'angers'],
      { view: 'tout', lit: ['rennes', 'angers'], selected: null, caption: 'Tous les lieux d’Optima.' }
    ],
    [
      'a commune beside the region that holds it',
      ['region-rennes', 'rennes', 'optima'],
      { view: 'rennes', lit: ['rennes'], selected: 'rennes', caption: 'À rennes.' }
    ],
    [
      'two far communes',
      ['rennes', 'angers'],
      { view: 'tout', lit: ['rennes', 'angers'], selected: null, caption: 'À rennes et à angers.' }
    ]
  ])('frames %s', (_name, ids, scene) => {
    expect(sceneOf(ids, places, known)).toEqual(scene)
  })

  it('invents no point', () => {
    expect(sceneOf(['rennes'], [], known)).toMatchObject({
      lit: [],
      selected: null,
      caption: 'À rennes, sans lieu nommé\u00a0: la carte n’en invente aucun.'
    })
  })
})

describe('another year is another file', () => {
  const fact = (id: string, start: string, end = ''): HighlightRow => ({
    id,
    start,
    end,
    title: id,
    text: 'Un fait : rien.',
    territory: 'rennes',
    section: 'Un | Deux',
    quote: 'Un mot. | Un autre.'
  })
  const input: StoryInput = {
    year: 2022,
    highlights: [fact('annee', '2022'), fact('ete', '2022-06', '2022-08'), fact('jour', '2022-06-01')],
    guide: [
      { id: 'annee', year: 2022, told_with: '', number: '' },
      { id: 'ete', year: 2022, told_with: '', number: '' },
      { id: 'jour', year: 2022, told_with: 'ete', number: '' },
      { id: 'ete', year: 2021, told_with: 'autre', number: '' }
    ],
    rows: [],
    territories,
    places,
    figureOf: () => null
  }

  it('makes steps of what is told alone, months of their starts', () => {
    const story = buildStory(input)
    expect(story.steps.map(({ id, when, beside }) => [id, when, beside.map((one) => one.when)])).toEqual([
      ['annee', 'En 2022', []],
      ['ete', 'De juin à août 2022', ['1er juin 2022']]
    ])
    expect(story.months).toEqual([
      { name: 'L’année', step: 'annee' },
      { name: 'Juin', step: 'ete' }
    ])
    expect(story).toMatchObject({ year: 2022, facts: 3 })
    expect(story.steps[1]).toMatchObject({
      number: null,
      text: 'Un fait\u00a0: rien.',
      quotes: ['Un mot.', 'Un autre.'],
      section: 'Un, Deux'
    })
  })

  it('does not tell what its guide does not know', () => {
    expect(() => buildStory({ ...input, guide: [] })).toThrow(RangeError)
  })
})

describe('2021', () => {
  let story: Story
  beforeAll(async () => {
    expect(await storyYears()).toContain(2021)
    story = await publishedStory(2021)
    // Every figure is built for every territory.
  }, 60_000)

  it('tells every highlight once, in the order of the calendar', () => {
    const told = story.steps.flatMap(({ id, beside }) => [id, ...beside.map((one) => one.id)])
    expect(new Set(told).size).toBe(told.length)
    expect(told).toHaveLength(story.facts)
    expect(story.months.at(0)?.name).toBe('L’année')
    expect(story.months.at(-1)?.name).toBe('Décembre')
  })

  it('gives each step its sentence and a number with its marks and its words', () => {
    for (const { id, quotes, number } of story.steps) {
      expect(quotes, id).not.toEqual([])
      expect(number, id).not.toBeNull()
    }
    const at = (id: string): Story['steps'][number] => story.steps.find((step) => step.id === id)!
    expect(at('angers-demarre').number).toMatchObject({
      value: 42_000,
      marks: ['at_least'],
      label: 'actions',
      quotes: ["+ 42 000 actions sur l'année"],
      figure: { id: 'actes' }
    })
    expect(at('index-egalite').number?.quotes, 'said by its sentence already').toEqual([])
    expect(at('eds-redemarre').scene).toMatchObject({ view: 'nantes', selected: null })
    expect(at('t12-renouvele').scene).toMatchObject({ view: 'ile-de-france', selected: 'tram-t12' })
  })
})
