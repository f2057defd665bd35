// What does a made-up journal hold? One SELECT for native DuckDB: the same seed gives the same rows, at any size.
//
// Each row draws a slot of two small tables (what is done where; on which day) by hashes of its number and the seed, so
// that a hundred million rows are streamed and never held.

import { FICTITIOUS_COLUMN } from '../../../src/lib/domain/journal-source.ts'
import { quoteLiteral } from '../../../src/lib/engine/parameters.ts'

/** In the column `fictif` of every row: what is made up is refused by whatever publishes. */
const FICTITIOUS = 'fictif'

interface Activity {
  place: string
  programme: string
  act: string
  /** Share of the rows, in the proportions of the acts that the report of 2021 counts. */
  weight: number
}

const each = (places: readonly string[], programme: string, acts: Record<string, number>): Activity[] =>
  places.flatMap((place, rank) =>
    Object.entries(acts).map(([act, weight]) => ({
      place,
      programme,
      act,
      // Places differ: each does about two thirds of what the one before does.
      weight: Math.max(1, Math.round((weight / places.length) * 1.5 ** -rank * 1.5))
    }))
  )

const ACTIVITIES: readonly Activity[] = [
  ...each(['rennes-jour'], 'mediation-jour', { interventions_day: 5806 }),
  ...each(['nantes-quartiers', 'nantes-tranquillite'], 'mediation-quartier', {
    watch_missions: 18247,
    regulations_public_space: 741
  }),
  ...each(['orvault'], 'citoyennete-prevention', { mediations_regulations: 398 }),
  ...each(['angers'], 'mediation-urbaine-angers', { actions_urban: 42000, calls: 1898 }),
  ...each(
    [
      'blosne',
      'rennes-ecoles',
      'nantes-ecoles',
      'paris-ecoles',
      'saint-nazaire-ecoles',
      'reze',
      'chateaubriant'
    ],
    'mediation-ecole',
    { actions_school_projects: 681, conflict_management_school: 182, individual_support_school: 338 }
  ),
  ...each(['rennes-piscines'], 'mediation-piscines', { interventions_pools: 330, actions_pools: 751 }),
  ...each(['loire-atlantique'], 'eds', { eds_referrals: 25, eds_interviews: 15 }),
  ...each(['region-ile-de-france', 'plaine-commune'], 'mediation-conventionnelle', {
    conventional_mediations: 8
  })
]

/** Working days of a dispositif, Monday first, and months, January first: how much of a usual day is done. */
interface Rhythm {
  week: readonly number[]
  months: readonly number[]
}
const WEEKDAYS = [1, 1.1, 0.8, 1.1, 1, 0, 0]
const ALL_YEAR = [0.9, 0.9, 1, 1.05, 1.15, 1.2, 1.1, 0.9, 1.1, 1, 0.95, 0.8]
const USUAL: Rhythm = { week: [1, 1, 1.1, 1, 1, 0.6, 0], months: ALL_YEAR }
const RHYTHMS: Readonly<Record<string, Rhythm>> = {
  'mediation-urbaine-angers': { week: [0.8, 0.8, 0.9, 1, 1.4, 1.5, 1], months: ALL_YEAR },
  'mediation-ecole': { week: WEEKDAYS, months: [1.1, 0.8, 1.2, 0.7, 1, 1, 0.1, 0, 1, 0.9, 1.2, 0.8] },
  'mediation-piscines': {
    week: [0.8, 0.8, 1.2, 0.8, 1, 1.5, 1.3],
    months: [0, 0, 0, 0, 0, 0.3, 1.4, 1.2, 0, 0, 0, 0]
  },
  eds: { week: WEEKDAYS, months: ALL_YEAR }
}

const PLACE_SLOTS = 8192
const DAY_SLOTS = 2048

/** Which of `slots` equal draws each index gets, from its first to before its last: as many as it weighs, one at least. */
export function slotsFor(weights: readonly number[], slots: number): { from: number; to: number }[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const shares = weights.map((weight) => (weight / total) * slots)
  const counts = shares.map((share) => (share === 0 ? 0 : Math.max(1, Math.floor(share))))
  let left = slots - counts.reduce((sum, count) => sum + count, 0)
  // Those that rounding took most from get the rest, one each; all of it for the heaviest would be a day out of the common.
  const rest = (index: number): number => (shares[index] ?? 0) % 1
  for (const index of [...shares.keys()].toSorted((a, b) => rest(b) - rest(a))) {
    if (left <= 0 || rest(index) === 0) break
    counts[index] = (counts[index] ?? 0) + 1
    left -= 1
  }
  const heaviest = weights.indexOf(Math.max(...weights))
  counts[heaviest] = (counts[heaviest] ?? 0) + left
  let from = 0
  return counts.map((count) => ({ from, to: (from += count) }))
}

/** Days of a year as ISO text, each with its share for a rhythm. */
function daysOf(year: number, { week, months }: Rhythm): { day: string; weight: number }[] {
  const first = Date.UTC(year, 0, 1)
  const length = (Date.UTC(year + 1, 0, 1) - first) / 86_400_000
  return Array.from({ length }, (_, index) => {
    const day = new Date(first + index * 86_400_000)
    const weight = (week[(day.getUTCDay() + 6) % 7] ?? 0) * (months[day.getUTCMonth()] ?? 0)
    return { day: day.toISOString().slice(0, 10), weight }
  })
}

const values = (rows: readonly (readonly (string | number)[])[]): string =>
  rows
    .map(
      (cells) =>
        `(${cells.map((cell) => (typeof cell === 'number' ? String(cell) : quoteLiteral(cell))).join(', ')})`
    )
    .join(', ')

/** What can be wrong on purpose with a row, as the text that replaces a cell; tests inject them by rate. */
export const FAULTS = {
  old_date: { column: 'date', text: '01/01/1900' },
  no_day: { column: 'date', text: '31/02/2022' },
  short_year: { column: 'date', text: '14/03/22' },
  unknown_place: { column: 'lieu', text: 'Rennnes' },
  no_place: { column: 'lieu', text: '' },
  unknown_programme: { column: 'dispositif', text: 'mediation-lunaire' },
  unknown_act: { column: 'nature', text: 'divers' },
  negative: { column: 'nombre', text: '-3' },
  not_number: { column: 'nombre', text: 'beaucoup' },
  half: { column: 'nombre', text: '1,5' },
  endless: { column: 'duree', text: '99h00' }
} as const

export interface FictitiousOptions {
  rows: number
  /** 0 to 2^31: another seed, another journal. */
  seed: number
  year: number
  /** Of a thousand rows, how many hold a fault of `FAULTS`; then every column is text. 0 by default. */
  faultsPerThousand?: number
}

function faulty(column: string, expression: string): string {
  const names = Object.values(FAULTS)
  const cases = names.flatMap((fault, rank) =>
    fault.column === column ? [`WHEN fault = ${rank} THEN ${quoteLiteral(fault.text)}`] : []
  )
  const text = `CAST(${expression} AS VARCHAR)`
  return cases.length === 0 ? text : `CASE ${cases.join(' ')} ELSE ${text} END`
}

/** Above it, rows come as the engine streams them: sorting a hundred million would cost more than making them. */
const SORTED_ROWS = 1_000_000

/** The rows, in order of their number up to a million: date, lieu, dispositif, nature, nombre, personnes, duree (minutes), fictif. */
export function fictitiousSql({ rows, seed, year, faultsPerThousand = 0 }: FictitiousOptions): string {
  const places = slotsFor(
    ACTIVITIES.map(({ weight }) => weight),
    PLACE_SLOTS
  )
  const programmes = [...new Set(ACTIVITIES.map(({ programme }) => programme))]
  const activities = ACTIVITIES.map(({ place, programme, act }, index) => [
    places[index]?.from ?? 0,
    places[index]?.to ?? 0,
    place,
    programme,
    act,
    programmes.indexOf(programme)
  ])
  const days = programmes.flatMap((programme, rank) => {
    const list = daysOf(year, RHYTHMS[programme] ?? USUAL)
    const slots = slotsFor(
      list.map(({ weight }) => weight),
      DAY_SLOTS
    )
    const drawn = list.map(({ day }, index) => {
      const { from, to } = slots[index] ?? { from: 0, to: 0 }
      return `${day} `.repeat(to - from)
    })
    // One text a dispositif: DuckDB takes seconds to bind as many literals.
    return [[rank, drawn.join('').trimEnd()]]
  })
  // Not hash(i, seed, salt): that combines by XOR alone, and two draws of a row would go together.
  const draw = (salt: number, size: number): string =>
    `CAST(hash(xor(CAST(i * 16 + ${salt} AS UBIGINT), hash(${seed}))) % ${size} AS INTEGER)`
  // Most rows are one act; one in ten tells several of a kind, the way a team sums up its round.
  const count = `CASE WHEN ${draw(3, 10)} < 9 THEN 1 ELSE 2 + ${draw(4, 5)} END`
  const people = `CASE WHEN ${draw(5, 20)} = 0 THEN NULL ELSE 1 + ${draw(6, 4)} * ${draw(7, 3)} END`
  const columns = {
    date: 'CAST(day AS DATE)',
    lieu: 'place',
    dispositif: 'programme',
    nature: 'act',
    nombre: count,
    personnes: people,
    duree: `5 * (1 + ${draw(8, 12)})`
  }
  const faults = Object.keys(FAULTS).length
  const written = Object.entries(columns).map(
    ([name, expression]) => `${faultsPerThousand > 0 ? faulty(name, expression) : expression} AS ${name}`
  )
  const fault =
    faultsPerThousand > 0
      ? `, CASE WHEN ${draw(9, 1000)} < ${faultsPerThousand} THEN ${draw(10, faults)} ELSE -1 END AS fault`
      : ''
  // One key for the days: with two, the planner would first join the two small tables, 17 million rows.
  return `WITH activities AS (SELECT unnest(range(low, high)) AS slot, place, programme, act, rhythm
      FROM (VALUES ${values(activities)}) a(low, high, place, programme, act, rhythm)),
    days AS (SELECT unnest(range(${DAY_SLOTS} * rhythm, ${DAY_SLOTS} * (rhythm + 1))) AS slot, unnest(string_split(text, ' ')) AS day
      FROM (VALUES ${values(days)}) d(rhythm, text))
    SELECT ${written.join(', ')}, ${quoteLiteral(FICTITIOUS)} AS ${FICTITIOUS_COLUMN}
    FROM (SELECT i, ${draw(1, PLACE_SLOTS)} AS place_slot, ${draw(2, DAY_SLOTS)} AS day_slot${fault} FROM range(${rows}) r(i)) drawn
    JOIN activities ON activities.slot = place_slot
    JOIN days ON days.slot = ${DAY_SLOTS} * rhythm + day_slot${rows <= SORTED_ROWS ? ' ORDER BY i' : ''}`
}
