// Do map, list and table of the map figure carry the same places and the same values, whatever is chosen?

import { beforeAll, expect, test } from 'vitest'
import type { Catalogue } from '../../domain/catalogue.ts'
import type { FigureRow, Place } from '../../domain/figure-rows.ts'
import { type Filters, MEASURES } from '../../domain/filters.ts'
import { formatLabel } from '../../domain/format.ts'
import { openPublished, readPublished } from '../../engine/published.ts'
import type { MapCircle } from '../../map/circles.ts'
import { groupPlaces, unmapped } from '../../map/list.ts'
import type { PlaceGroup } from '../../map/list.ts'
import { buildScene } from '../../map/marks.ts'
import type { Scene } from '../../map/marks.ts'
import type { Outline } from '../../map/outline.ts'
import { metresPerPixel, projector } from '../../map/projection.ts'
import { viewCamera, VIEW_IDS } from '../../map/views.ts'
import { toFigureRow } from '../../query/figure-row.ts'
import { observationsQuestion } from '../../query/observations.ts'
import { placesQuestion, toPlace } from '../../query/places.ts'
import { actes } from '../actes/actes.ts'
import { contextOf } from '../context.ts'
import { type Ask, askCatalogue } from '../dashboard.ts'
import { toEntry } from '../frame/entry.ts'
import { tableRows } from '../table.ts'
import { type CarteModel, carteModel } from './carte.ts'
import { CARTE_INDICATORS } from './circles-of.ts'

const SIZES = [
  { width: 546, height: 440 },
  { width: 390, height: 340 }
]
let ask: Ask
let catalogue: Catalogue
let lines: Outline['lines']

beforeAll(async () => {
  const { engine } = await openPublished()
  ask = (question) => engine.query(question)
  catalogue = await askCatalogue(ask)
  lines = ((await readPublished('basemap/outline.json')) as Outline).lines
})

interface State {
  filters: Filters
  places: Place[]
  carte: CarteModel
}

/** What the map draws in one frame. */
function sceneOf(
  { places, carte }: State,
  view: (typeof VIEW_IDS)[number],
  size: (typeof SIZES)[number]
): Scene {
  const camera = viewCamera(view, size)
  return buildScene({
    places,
    circles: carte.circles,
    lines,
    project: projector(camera, size),
    size,
    zoom: camera.zoom,
    metresPerPixel: metresPerPixel(camera),
    scale: carte.scale,
    measureLabel: carte.measureLabel
  })
}

interface Shown {
  id: string
  selected: boolean
}
const byId = (a: Shown, b: Shown): number => (a.id < b.id ? -1 : 1)

/** What a reader of the map finds, going through all its views; a place that changes between two of them is twice here. */
function drawn(scenes: readonly Scene[]): Shown[] {
  const marks = scenes.flatMap(({ nodes, dots, areas }) => [...nodes, ...dots, ...areas])
  const said = marks.map(({ id, context }) => `${id} ${context ? '' : 'selected'}`)
  return [...new Set(said)]
    .map((text) => ({ id: text.split(' ')[0] ?? '', selected: text.endsWith('selected') }))
    .toSorted(byId)
}

/** The lines of the list that can be on the map, and those that cannot. */
function listed(groups: readonly PlaceGroup[]): { mapped: Shown[]; others: Shown[] } {
  const lines = groups.flatMap((group) => [...(group.whole ? [group.whole] : []), ...group.places])
  const shown = (some: readonly Place[]): Shown[] =>
    some.map(({ id, selected }) => ({ id, selected })).toSorted(byId)
  return {
    mapped: shown(lines.filter((place) => unmapped(place) === '')),
    others: shown(lines.filter((place) => unmapped(place) !== ''))
  }
}

/** Head of the list and text of the table for the row that a circle stands for, without the sign that the table says in words. */
function expectValue(circle: MapCircle, group: PlaceGroup, rows: readonly FigureRow[], said: string): void {
  const row = rows.find((one) => one.region === circle.id && one.value === circle.value)
  if (row === undefined) throw new Error(`${said}: no row of the table is behind ${circle.id}`)
  const line = tableRows([toEntry(row)])[0]
  expect(group.value, said).toBe(formatLabel(row.value, row.unit, row.marks))
  expect(group.value.replace(/^[≥≈]\u00a0/, ''), said).toBe(line?.value)
  if (group.note !== '') expect(line?.marks, said).toContain(group.note)
}

function expectTruth(state: State, said: string): void {
  const { carte, places } = state
  const groups = groupPlaces(places, carte.circles)
  const { mapped, others } = listed(groups)
  expect(mapped.length + others.length, said).toBe(
    places.filter(({ kind }) => kind !== 'organisation').length
  )
  expect(new Set([...mapped, ...others].map(({ id }) => id)).size, said).toBe(mapped.length + others.length)

  for (const size of SIZES) {
    const scenes = VIEW_IDS.map((view) => sceneOf(state, view, size))
    expect(drawn(scenes), `${said}, map against list at ${size.width} px`).toEqual(mapped)
    for (const { id, lines: words } of scenes.flatMap(({ nodes }) => nodes))
      for (const { text } of words.filter(({ role }) => role === 'value')) {
        const region = places.find((place) => place.id === id)?.region
        const head = groups.find((group) => group.id === region)
        expect([head?.value, `${head?.value} ${head?.note}`], `${said}, value of ${id}`).toContain(
          text.replace(/^région\u00a0: /, '')
        )
      }
    const discs = new Set(scenes.flatMap(({ circles }) => circles.map(({ id }) => id)))
    const points = carte.circles.filter(({ lon, value }) => lon !== null && value !== null)
    expect([...discs].sort(), `${said}, circles`).toEqual(points.map(({ id }) => id).sort())
  }

  for (const circle of carte.circles) {
    const group = groups.find(({ id }) => id === circle.id)
    if (group === undefined) throw new Error(`${said}: ${circle.id} heads no group`)
    expect(group.selected, said).toBe(circle.selected)
    const own = carte.rows.filter(({ region }) => region === circle.id)
    if (state.filters.measure === 'interventions') expect(parseInt(group.value), said).toBe(own.length)
    else if (circle.value === null) expect([group.value, own.length], said).toEqual(['non publié', 0])
    else expectValue(circle, group, own, said)
  }
  const heads = new Set(carte.circles.filter(({ value }) => value !== null).map(({ id }) => id))
  for (const row of carte.rows) expect(heads, `${said}, row ${row.id}`).toContain(row.region)
}

const ROWS = { carte: CARTE_INDICATORS, actes: actes.indicators }
type Rows = Record<keyof typeof ROWS, FigureRow[]>

async function rowsFor(filters: Filters): Promise<Rows> {
  const [carte, acts] = await Promise.all(
    [ROWS.carte, ROWS.actes].map((indicators) => ask(observationsQuestion(indicators, filters)))
  )
  return { carte: (carte ?? []).map(toFigureRow), actes: (acts ?? []).map(toFigureRow) }
}

test('map, list and table agree in every state of the filter bar', async () => {
  /** Many states show the same: what was proved of one need not be proved again. */
  const proved = new Set<string>()
  let states = 0
  const programmes = [null, ...catalogue.programmes.map(({ id }) => id)]
  for (const year of catalogue.years)
    for (const territory of [null, ...catalogue.territories.map(({ id }) => id)]) {
      const start: Filters = { territory, programme: null, year, measure: 'produit' }
      // A dispositif changes which rows are selected, not which there are: proved by the test below.
      const rows = await rowsFor(start)
      for (const programme of programmes) {
        const places = (await ask(placesQuestion({ ...start, programme }))).map(toPlace)
        for (const measure of MEASURES) {
          states += 1
          const filters = { ...start, programme, measure }
          const carte = carteModel(places, rows.carte, rows.actes, contextOf(filters, catalogue))
          const shown = JSON.stringify([measure, places, carte.circles, carte.rows.map(({ id }) => id)])
          if (proved.has(shown)) continue
          proved.add(shown)
          expectTruth({ filters, places, carte }, JSON.stringify(filters))
        }
      }
    }
  const territories = catalogue.territories.length + 1
  expect(states).toBe(catalogue.years.length * territories * programmes.length * MEASURES.length)
}, 240_000)

test('a dispositif selects rows of the map, and neither adds, removes nor changes one', async () => {
  const plain = ({ carte, actes: acts }: Rows): FigureRow[] =>
    [...carte, ...acts].map((row) => ({ ...row, selected: true }))
  for (const year of catalogue.years) {
    const start: Filters = { territory: null, programme: null, year, measure: 'produit' }
    const all = plain(await rowsFor(start))
    for (const { id } of catalogue.programmes)
      expect(plain(await rowsFor({ ...start, programme: id })), id).toEqual(all)
  }
}, 60_000)
