// Do the figures of the dispositifs, means, diplomas and tenders say what the report of 2021 says, doubts included?

import { beforeAll, describe, expect, it } from 'vitest'
import type { Catalogue } from '../domain/catalogue.ts'
import type { Filters } from '../domain/filters.ts'
import { openPublished } from '../engine/published.ts'
import { publishedQuestion } from '../query/published.ts'
import { askFigures } from './ask-figures.ts'
import { contextOf } from './context.ts'
import { type Ask, askCatalogue } from './dashboard.ts'
import { evolutionOf } from './evolution.ts'
import type { FigureModel } from './figure.ts'
import { dataOf } from './frame/drawing.ts'
import { FIGURES } from './registry.ts'

let ask: Ask
let catalogue: Catalogue
const whole: Filters = { territory: null, programme: null, year: 2021, measure: 'produit' }

/** Spaces that do not break are not what is tested here. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ')

async function modelOf(id: string, choice: Partial<Filters> = {}): Promise<FigureModel> {
  const filters = { ...whole, ...choice }
  const figure = FIGURES.find((one) => one.id === id)
  if (figure === undefined) throw new Error(id)
  const { rows, extras } = (await askFigures(ask, [figure], filters)).get(id)!
  return figure.build(rows, contextOf(filters, catalogue), extras)
}

/** Everything said around and under the drawing. */
const said = ({ note, sentence, subtitle, drawing }: FigureModel): string =>
  plain(
    [
      subtitle,
      sentence,
      note,
      ...drawing.panels.map(
        (panel) => `${panel.note} ${panel.kind === 'bars' ? `Non publié : ${panel.missing.join(', ')}` : ''}`
      )
    ].join('\n')
  )

beforeAll(async () => {
  const { engine } = await openPublished()
  ask = (question) => engine.query(question)
  catalogue = await askCatalogue(ask)
})

describe('the finding, the numbers and the doubts', () => {
  it.each<[string, string, number[], RegExp[]]>([
    [
      'moyens',
      'Les équipes publiées vont de 2 à 21 médiateurs, la plus grande à Nantes',
      [21, 7, 5, 4, 2, 2, 2, 2, 106, 80, 6, 1, 2, 1, 0.5, 260, 5, 3, 2.5, 106, 2, 10, 1, 3],
      [/ne font pas les 80 médiateurs sociaux/, /trois années de collaboration/, /trois communes pour 2/]
    ],
    [
      'ecole',
      'À l’école, aucun compte n’est commun à Paris, Rennes et Nantes',
      [3000, 681, 182, 338, 8, 4, 5, 2, 1, 5],
      [
        /un cinquième poste/,
        /si les 5 médiateurs de Rennes comptent déjà le 5e poste/,
        /Non publié : Région de Rennes, Région de Nantes/
      ]
    ],
    [
      'piscines',
      'Aux piscines de Rennes, 330 interventions et 751 actions auprès de 416 personnes',
      [751, 330, 416, 7],
      [/de juin à août 2021/, /aucune somme/, /ne donne pas les jours/]
    ],
    [
      'prison',
      'En prison, 63 participants à 15 ateliers d’arrivants, 7 à 2 ateliers de suivi',
      [15, 2, 63, 7, 1],
      [
        /4,2 participants .*63 ÷ 15/,
        /3,5 participants .*7 ÷ 2/,
        /aussi comptée parmi les 15/,
        /décembre 2021/
      ]
    ],
    [
      'eds',
      'Espaces de solidarité : 11 personnes rencontrées, 25 orientations et relais, d’octobre à décembre 2021',
      [11, 25, 15, 5, 1],
      [/ne se comparent à aucune année entière/]
    ],
    [
      'mediation-conventionnelle',
      '20 commandes reçues, 8 médiations conventionnelles : deux comptes, pas un taux',
      [20, 8, 4, 40000],
      [/commande d’une autre année/, /environ 40 000 logements/, /un seul bailleur/]
    ],
    [
      'diplomes',
      '23 nouveaux diplômés : 8 par la VAE, 5 par l’apprentissage, 10 agents d’information',
      [23, 10, 8, 5, 13, 11],
      [/13 présentés et 11 reçus ici ; 5 \+ 8 = 13 titres MSADS/, /VAE \(à vérifier\)/]
    ],
    [
      'msads',
      '11 des 13 candidats à l’examen MSADS sont reçus ; une autre page compte 13 titres',
      [13, 11, 8, 5],
      [/84,6 % \(calculé : 11 ÷ 13\)/, /sans dire si ce sont les mêmes personnes/]
    ],
    [
      'encombrants',
      '81,9 tonnes d’encombrants en 33 jours de collecte : 130 adresses collectées',
      [81.9, 130, 33, 808, 2482, 630],
      [
        /81,9 t ÷ 33 font environ 2 482 kg par jour, 81,9 t ÷ 130 font 630 kg/,
        /lieu n’est pas dit/,
        /pas une évolution/
      ]
    ],
    [
      'appels-offres',
      '4 des 6 marchés gagnés sont comptés comme nouveaux',
      [6, 4, 2, 15, 1],
      [/pas de taux de réussite/, /« Transamo », compté ici parmi les nouveaux, est « renouvelé »/]
    ]
  ])('%s', async (id, title, values, doubts) => {
    const model = await modelOf(id)
    expect(plain(model.title)).toBe(title)
    expect(dataOf(model.drawing).map(({ value }) => value)).toEqual(values)
    for (const doubt of doubts) expect(said(model)).toMatch(doubt)
  })

  it('never says that parts of a total are not added, nor adds the teams to the association', async () => {
    for (const id of ['diplomes', 'appels-offres']) {
      const { drawing, sentence } = await modelOf(id)
      expect(sentence).not.toContain('ne s’additionnent pas')
      const stack = drawing.panels.find((panel) => panel.kind === 'stack')!
      expect(stack.pieces.reduce((sum, { value }) => sum + value, 0)).toBe(stack.total.value)
      expect(stack.pieces.at(-1)!.start + stack.pieces.at(-1)!.fraction).toBeCloseTo(1, 10)
    }
    const { drawing } = await modelOf('moyens')
    expect(drawing.panels.some(({ kind }) => kind === 'stack')).toBe(false)
  })
})

describe('contracts and projects', () => {
  it('stand by what is published of their end, each once, and only an end has an axis', async () => {
    const { drawing, entries } = await modelOf('contrats')
    const panels = drawing.panels.filter((panel) => panel.kind === 'spans')
    expect(panels.map(({ title, listed }) => [plain(title), listed === true])).toEqual([
      ['La fin est publiée : 10 sur 35', false],
      ['Le début est publié, pas la fin : 21 sur 35', true],
      ['Ni début ni fin ne sont publiés : 4 sur 35', true]
    ])
    const ids = panels.flatMap(({ lines }) => lines.map(({ id }) => id))
    expect(ids.toSorted()).toEqual(
      entries.flatMap(({ id, value }) => (value === null ? [id] : [])).toSorted()
    )
    for (const { listed, lines } of panels)
      for (const { id, end } of lines) expect(end === null, id).toBe(listed === true)
  })

  it('put the panel of the reader’s choice first', async () => {
    const { drawing } = await modelOf('contrats', { territory: 'caen' })
    const [first] = drawing.panels.filter((panel) => panel.kind === 'spans')
    expect(first?.lines[0]).toMatchObject({ label: 'Formation MSADS à Caen', solid: true })
  })
})

describe('a part of what is published', () => {
  it('is told by its own numbers, and the rest stays drawn as an outline', async () => {
    const { title, drawing, entries } = await modelOf('ecole', { territory: 'paris' })
    expect(plain(title)).toBe(
      'Médiation à l’école, Paris : 3 000 élèves et collégiens concernés et 338 actions d’accompagnement individuel'
    )
    const solid = drawing.panels.flatMap((panel): string[] => {
      if (panel.kind === 'numbers')
        return panel.items.flatMap((item) => (item.solid === false ? [] : [item.id]))
      return panel.kind === 'bars' ? panel.lines.flatMap((line) => (line.solid ? [line.id] : [])) : []
    })
    expect(solid.sort()).toEqual(entries.flatMap(({ id, selected }) => (selected ? [id] : [])).sort())
  })

  it('says what is not published, with ways out', async () => {
    const { title, empty, sentence } = await modelOf('piscines', { territory: 'angers' })
    expect(plain(title)).toBe('Piscines, Angers : non publié')
    expect(empty?.text).toContain('Ce n’est pas un zéro')
    expect(sentence).toBe('')
  })
})

describe('from one year to another', () => {
  const pairsOf = async (id: string): Promise<string[]> => {
    const figure = FIGURES.find((one) => one.id === id)!
    return (await evolutionOf(ask, figure, catalogue.years)).pairs.map(({ title, text }) =>
      plain(`${title} : ${text}`)
    )
  }
  it.each([
    [
      'mediation-conventionnelle',
      [/^Commandes reçues, Île-de-France : 20 \(2020\), puis 20 \(2021\) : sans changement/]
    ],
    [
      'encombrants',
      [/^Tonnes d’encombrants : environ 73 t \(2020\), puis 81,9 t .*pas une évolution.*périmètre/]
    ],
    ['moyens', [/^Salariés : 115 .*pas une évolution/]],
    ['ecole', []]
  ])('%s', async (id, texts) => {
    const pairs = await pairsOf(id)
    expect(pairs).toHaveLength(texts.length)
    for (const [i, text] of texts.entries()) expect(pairs[i]).toMatch(text)
  })
})

/** Observations of the year that no figure draws, and why; an indicator stands for all of its rows. */
const UNDRAWN: Readonly<Record<string, string>> = {
  'graduates-formation-2021': 'Le même nombre, redit dans la page formation.',
  'trainees-key-2021': 'Le même nombre, redit dans les chiffres clés.',
  'sites-mediatheques-nantes-2021': 'Un seul nombre publié sur les médiathèques : dans la fiche de Nantes.',
  months_presence: 'Figure « calendrier », qui dessine les mois.',
  quartiers: 'Comptés, pas nommés, et en désaccord à Nantes : dans les fiches et sur la carte.',
  work_sites: 'Un nombre de la région : dans la fiche d’Île-de-France.',
  arrondissements: 'Les huit sont nommés : sur la carte et dans leurs fiches.',
  programmes_count: 'Un nombre de la région : dans la fiche de la région de Rennes.',
  programmes_seasonal: 'Un nombre de la région : dans la fiche de la région de Rennes.',
  new_cities: 'Les quatre sont nommées : dans leurs fiches et parmi les contrats.',
  birth_countries: 'Désaccord 18 ou 16, montré dans la page de méthode.',
  birth_countries_named: 'Désaccord 18 ou 16, montré dans la page de méthode.',
  equality_index: 'Un index seul, sans autre année : dans les données.',
  training_days: 'Un nombre seul de la formation : dans les données.',
  training_modules: 'Désaccord 3 ou 63, montré dans la page de méthode.',
  satisfaction: 'Une part seule, sans effectif dit : dans les données.',
  trainees_per_year: 'Une taille de promotion, pas un compte de l’année : dans la fiche de Rennes.',
  jobseekers_trained: 'Une promotion à venir, sans date : dans la fiche de Caen.',
  training_bodies: 'Un projet européen qui démarre : dans les données.',
  subsidy_requests: 'Fonctions support, année à vérifier : dans les données.',
  client_invoices: 'Fonctions support, année à vérifier : dans les données.',
  supplier_invoices: 'Fonctions support : dans les données.'
}

describe('what no figure draws', () => {
  it('is listed with its reason, and nothing else is left out', async () => {
    const answers = await askFigures(ask, FIGURES, whole)
    const drawn = new Set(
      FIGURES.flatMap((figure) => {
        const { rows, extras } = answers.get(figure.id)!
        return figure.build(rows, contextOf(whole, catalogue), extras).entries.map(({ id }) => id)
      })
    )
    const published = (await ask(publishedQuestion(whole))) as { id: string; indicator: string }[]
    const forgotten = published.filter(
      ({ id, indicator }) => !drawn.has(id) && UNDRAWN[id] === undefined && UNDRAWN[indicator] === undefined
    )
    expect(forgotten.map(({ id }) => id)).toEqual([])
    const known = new Set(published.flatMap(({ id, indicator }) => [id, indicator]))
    for (const key of Object.keys(UNDRAWN)) expect(known, key).toContain(key)
  })
})
