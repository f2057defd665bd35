import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AcceptedRows, journalColumns } from '../../../src/lib/csv/accepted-rows.ts'
import { checkFile } from '../../../src/lib/csv/check-file.ts'
import { NO_CORRECTIONS } from '../../../src/lib/csv/corrections.ts'
import { encode, sourceOf } from '../../../src/lib/csv/encode-fixture.ts'
import { openFile } from '../../../src/lib/csv/open-file.ts'
import { readCsv } from '../../../src/lib/csv/read-csv.ts'
import { countRows } from '../../../src/lib/domain/journal-counting.ts'
import { publishJournal, type JournalPublication } from '../../../src/lib/domain/journal-publication.ts'
import { JOURNAL } from '../../../src/lib/domain/schemas/journal.ts'
import { matchColumns } from '../../../src/lib/domain/schemas/match-columns.ts'
import type { RowProblem } from '../../../src/lib/domain/schemas/rules.ts'
import { createNativeEngine } from '../../../src/lib/engine/native.ts'
import { DataError } from '../problem.ts'
import { run } from '../run.ts'
import { generate } from './generate.ts'
import { JournalError } from './journal-files.ts'
import { readJournalReference } from './journal-reference.ts'
import { runJournal, type JournalRun } from './run-journal.ts'
import { writeMillesime } from './write-millesime.ts'

const source = fileURLToPath(new URL('../../', import.meta.url))
const today = '2023-01-31'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'journal-'))
})
afterAll(() => rm(folder, { recursive: true }))

const HEADER = 'date;lieu;dispositif;nature;nombre;personnes;duree'
const row = (
  more: Partial<Record<'date' | 'lieu' | 'nature' | 'nombre' | 'personnes', string>> = {}
): string =>
  [
    more.date ?? '14/03/2022',
    more.lieu ?? 'Rennes',
    'Médiation de jour',
    more.nature ?? 'interventions_day',
    more.nombre ?? '12',
    more.personnes ?? '20',
    '1h30'
  ].join(';')

async function write(text: string | Uint8Array, name = 'journal.csv'): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}

const journal = (input: string, more: { year?: number; accept?: boolean } = {}): Promise<JournalRun> =>
  runJournal({ input, year: 2022, source, today, memoryLimit: '1GB', ...more })

/** What the page would say of the same file. */
async function inBrowser(
  path: string
): Promise<{ accepted: number; problems: RowProblem[]; publication: () => JournalPublication }> {
  const { known, reference } = await readJournalReference(source)
  const bytes = sourceOf(await readFile(path))
  const opened = await openFile(bytes)
  if (opened.kind !== 'text') throw new Error(opened.kind)
  const columns = matchColumns(JOURNAL, opened.header)
  const options = { known, today, rules: JOURNAL, columns, corrections: NO_CORRECTIONS, published: [] }
  const problems: RowProblem[] = []
  const rows = new AcceptedRows(JOURNAL)
  for await (const piece of checkFile(bytes, opened, options)) {
    rows.add(piece.accepted)
    problems.push(...piece.refused.flatMap((one) => one.problems), ...piece.warnings)
  }
  const publication = (): JournalPublication => {
    const counting = countRows(journalColumns(rows), 2022, reference)
    return publishJournal({ year: 2022, fictitious: true, ...counting }, reference)
  }
  return { accepted: rows.size, problems, publication }
}

const inOrder = (problems: readonly RowProblem[]): string[] =>
  problems
    .map(({ line, field, value, code, detail }) => [line, field, code, value, detail].join('|'))
    .toSorted()

describe('a journal on file', () => {
  it.each([
    [
      'semicolons, Windows-1252',
      encode([HEADER, row(), row({ lieu: 'Île-de-France' })].join('\r\n'), 'windows-1252')
    ],
    ['tabs, UTF-16', encode([HEADER, row()].join('\n').replaceAll(';', '\t'), 'utf-16le', true)],
    ['a line sep=', `sep=;\n${HEADER}\n${row()}\n`]
  ])('%s', async (_name, text) => {
    const { publication, check } = await journal(await write(text))
    expect(check.refused).toBe(0)
    expect(publication?.observations).toContainEqual(
      expect.objectContaining({ indicator: 'interventions_day', territory: 'rennes' })
    )
  })

  it('is one journal when it is a folder', async () => {
    const place = join(folder, 'months')
    await mkdir(place)
    await generate({ rows: 50, seed: 1, year: 2022, out: join(place, 'a.parquet') })
    await writeFile(join(place, 'b.csv'), `${HEADER}\n${row()}\n`)
    const { check, publication } = await journal(place)
    expect(check.rows).toBe(51)
    // One made-up file is enough.
    expect(publication?.source.id).toBe('journal-fictif-2022')
  })

  it.each<[string, string, RegExp]>([
    [
      'a name',
      `${HEADER};nom\n${row()};Untel\n`,
      /« nom » : Son nom annonce des noms de personnes\. Retirez/
    ],
    ['a telephone', `${HEADER};info\n${row()};0612345678\n`, /« info » : On y lit .* numéros de téléphone/],
    [
      'a text',
      `${HEADER};suite\n${row()};on a parlé avec la voisine du dessus toute la soirée\n`,
      /texte libre/
    ],
    [
      'a missing column',
      `date;lieu;nombre\n14/03/2022;Rennes;1\n`,
      /colonnes absentes : « dispositif », « nature »/
    ],
    ['no file', '', /vide/],
    ['another year', `${HEADER}\n${row({ date: '14/03/2019' })}\n`, /Aucune ligne de 2022/]
  ])('is refused with %s', async (_name, text, message) => {
    const error: unknown = await journal(await write(text)).catch((one: unknown) => one)
    expect(error).toBeInstanceOf(JournalError)
    expect((error as Error).message).toMatch(message)
  })

  it('is refused when it is no Parquet but says so', async () => {
    await expect(journal(await write('PAR1 not at all', 'broken.parquet'))).rejects.toThrow(/abîmé/)
  })

  it('publishes nothing with a wrong row, or the good rows when told', async () => {
    const path = await write([HEADER, row(), row({ lieu: 'Rennnes' }), row({ nombre: '30' })].join('\n'))
    expect((await journal(path)).publication).toBeNull()
    const { publication, check } = await journal(path, { accept: true })
    expect([check.rows, check.refused]).toEqual([3, 1])
    expect(publication?.observations[0]).toMatchObject({ value: 42 })
  })
})

describe('pipeline and page', () => {
  const hostile = [
    `numero;${HEADER}`,
    `1;${row()}`,
    `1;${row()}`,
    `;${row()}`,
    `;${row()}`,
    `2;${row({ nombre: '1.234' })}`,
    `2;${row({ nombre: '1 234' })}`,
    `3;${row({ date: '31/02/2022', lieu: '' })}`,
    `4;${row({ date: '44634' })}`,
    `5;${row({ nature: 'actions' })}`,
    `6;${row({ lieu: ' RENNES ' })}`,
    `7;${row({ personnes: '' })}`,
    `8;${row({ nombre: '12,0' })}`,
    `${'x'.repeat(65)};${row()}`,
    `${'😀'.repeat(33)};${row()}`,
    ` 9 ;${row()}`,
    `9;${row()}`,
    `10;trop peu`,
    `11;"ouvert;${row()}`,
    `12;${row({ date: '2023-02-01' })}`,
    `13;${row({ nombre: '-3', personnes: '1e3' })}`
  ].join('\n')

  it('say the same of a hostile file', async () => {
    const path = await write(hostile, 'hostile.csv')
    const [{ check, problems }, page] = [await journal(path), await inBrowser(path)]
    expect(inOrder(problems)).toEqual(inOrder(page.problems))
    expect(check.rows - check.refused).toBe(page.accepted)
  })

  it.each([1, 2, 3])('say the same of a made-up journal full of faults (seed %i)', async (seed) => {
    const path = join(folder, `faults-${seed}.csv`)
    await generate({ rows: 4000, seed, year: 2022, faultsPerThousand: 60, out: path })
    const [{ check, problems }, page] = [await journal(path), await inBrowser(path)]
    expect(problems.length).toBeGreaterThan(200)
    expect(inOrder(problems)).toEqual(inOrder(page.problems))
    expect(check.rows - check.refused).toBe(page.accepted)
  })

  it('publish the same of what is good, and hide the same', async () => {
    const path = join(folder, 'published.csv')
    await generate({ rows: 3000, seed: 4, year: 2022, faultsPerThousand: 20, out: path })
    const [{ publication }, page] = [await journal(path, { accept: true }), await inBrowser(path)]
    expect(publication?.hidden.length).toBeGreaterThan(5)
    expect(page.publication()).toEqual(publication)
  })

  it('count the same in Parquet as in CSV', async () => {
    const counts = await Promise.all(
      ['csv', 'parquet'].map(async (extension) => {
        const out = join(folder, `same.${extension}`)
        await generate({ rows: 5000, seed: 9, year: 2022, out })
        return (await journal(out)).publication?.observations
      })
    )
    expect(counts[0]).toEqual(counts[1])
  })
})

it('has no rule between fields that SQL would have to know', () => {
  expect(JOURNAL.relations).toEqual([])
  expect(JOURNAL.unique).toEqual(['id'])
})

describe('a second millésime', () => {
  const build = (data: string): ReturnType<typeof run> =>
    run({ source: data, target: join(folder, 'static'), workshop: join(folder, 'workshop') })

  /** A copy of data/ with a folder 2022 made of a journal. */
  async function withJournal(fictitious: boolean): Promise<string> {
    const data = join(folder, fictitious ? 'data-fictif' : 'data-2022')
    await cp(source, data, {
      recursive: true,
      filter: (path) => !/pipeline|basemap|published/.test(path.slice(source.length))
    })
    const csv = join(folder, 'made.csv')
    await generate({ rows: 20_000, seed: 5, year: 2022, out: csv })
    const text = await readFile(csv, 'utf8')
    await writeFile(csv, fictitious ? text : text.replace(/;fictif$/gm, ''))
    const { publication } = await journal(csv)
    await writeMillesime(join(data, '2022'), publication!)
    return data
  }

  it('is published beside the first, evolutions where the perimeters are the same', async () => {
    const data = await withJournal(false)
    const { manifest } = await build(data)
    expect(manifest.millesimes).toEqual([2021, 2022])
    const engine = await createNativeEngine()
    const bytes = await readFile(join(folder, 'static/observations.parquet'))
    await engine.load([{ name: 'observations', bytes }])
    const pairs = await engine.query({
      sql: `SELECT b.id FROM observations a JOIN observations b USING (indicator, territory, programme, perimeter)
        WHERE a.millesime = 2021 AND b.millesime = 2022 AND substr(a.period_start, 5) = substr(b.period_start, 5)
          AND substr(a.period_end, 5) = substr(b.period_end, 5) AND b.source = 'journal-2022' ORDER BY b.id`,
      params: []
    })
    await engine.close()
    expect(pairs.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        'journal-interventions-day-rennes-mediation-jour-2022',
        'journal-interventions-pools-rennes-mediation-piscines-2022'
      ])
    )
    const secret = readCsv(await readFile(join(data, '2022/secret.csv'), 'utf8'), ';')
    expect(secret.rows.length).toBeGreaterThan(0)
  })

  it('is the same when the file that the page prepares is all there is', async () => {
    const data = await withJournal(false)
    const { manifest } = await build(data)
    for (const file of await readdir(join(data, '2022')))
      if (file !== 'observations.csv') await rm(join(data, '2022', file), { recursive: true })
    expect((await build(data)).manifest.version).toBe(manifest.version)

    const path = join(data, '2022/observations.csv')
    const text = await readFile(path, 'utf8')
    expect(text).toMatch(/,,acts,secret,[^\n]* : secret",/)
    const mended = text
      .replace(/,\d+,acts,exact,/, ',7,acts,exact,')
      .replace(/,,acts,secret,/, ',4,acts,secret,')
    await writeFile(path, mended)
    const error: unknown = await build(data).catch((one: unknown) => one)
    expect((error as DataError).message).toContain('le relevé cité ne finit pas par « : 7 »')
    expect((error as DataError).message).toContain('« 4 » est donné, et dit secret.')
  })

  it('is refused when it is made up', async () => {
    const error: unknown = await build(await withJournal(true)).catch((one: unknown) => one)
    expect(error).toBeInstanceOf(DataError)
    expect((error as DataError).message).toContain('« journal-fictif-2022 » est fictive')
  })
})
