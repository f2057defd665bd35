import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readManifest } from '../../src/lib/domain/manifest.ts'
import { createNativeEngine } from '../../src/lib/engine/native.ts'
import { createWasmNodeEngine } from '../../src/lib/engine/wasm-node.ts'
import { fixture, SITE, writeFiles, type Files } from './fixture.ts'
import { DataError } from './problem.ts'
import { run } from './run.ts'

let place: string
const folders: string[] = []
const target = (): string => join(place, 'static/data')
const workshop = (): string => join(place, '.cache/data')

beforeEach(async () => {
  place = await writeFiles({})
  folders.push(place)
})
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

async function publishFiles(files: Files, more?: () => Promise<void>): ReturnType<typeof run> {
  const source = await writeFiles(files)
  folders.push(source)
  return run({ source, target: target(), workshop: workshop(), ...(more ? { more } : {}) })
}

/** Name -> digest of every published file. */
async function digests(): Promise<Record<string, string>> {
  const names = (await readdir(target())).sort()
  const bytes = await Promise.all(names.map((name) => readFile(join(target(), name))))
  return Object.fromEntries(
    names.map((name, index) => [
      name,
      createHash('sha256')
        .update(bytes[index] ?? '')
        .digest('hex')
    ])
  )
}

describe('publishing', () => {
  it('gives the same bytes for the same rows', async () => {
    await publishFiles(fixture())
    const first = await digests()
    expect(Object.keys(first)).toHaveLength(24)
    await publishFiles(fixture())
    expect(await digests()).toEqual(first)
  })

  it('changes its version with the data, and with nothing else', async () => {
    const version = async (files: Files): Promise<string> => (await publishFiles(files)).manifest.version
    const first = await version(fixture())
    expect(first).toMatch(/^2021\.[0-9a-f]{8}$/)
    expect(await version({ ...fixture(), 'site.json': JSON.stringify({ ...SITE, base: '/ailleurs' }) })).toBe(
      first
    )
    const files = fixture()
    expect(
      await version({
        ...files,
        '2021/highlights.csv': (files['2021/highlights.csv'] ?? '').replace('Un fait', 'Deux faits')
      })
    ).not.toBe(first)
  })

  it('has a manifest that the browser accepts, of files that are there', async () => {
    const { manifest, toComplete } = await publishFiles(fixture())
    expect(toComplete).toEqual(['le médiateur à citer'])
    const written: unknown = JSON.parse(await readFile(join(target(), 'manifest.json'), 'utf8'))
    expect(readManifest(written)).toEqual(manifest)
    expect(manifest.site).not.toHaveProperty('to_complete')
    const found = await digests()
    for (const { parquet, csv } of manifest.tables)
      for (const { file, sha256 } of [parquet, csv]) expect(found[file]).toBe(sha256)
    const published = await Promise.all(
      manifest.tables.map(({ csv }) => readFile(join(target(), csv.file), 'utf8'))
    )
    expect(published.some((text) => text.includes('rapport.txt'))).toBe(false)
  })

  it('is read the same by both engines, years together', async () => {
    const files = fixture()
    const later = ['observations', 'engagements', 'highlights'].map((table) => {
      const rows = (files[`2021/${table}.csv`] ?? '')
        .replace(/^(?=\w)(?!id,)/gm, 'b-')
        .replace(/b-60 €/, '60 €')
      return [
        `2022/${table}.csv`,
        rows
          .replaceAll('modules,modules-autres', 'modules')
          .replaceAll(/,(modules(?:-autres)?),\n/g, ',b-$1,\n')
      ] as const
    })
    const { manifest } = await publishFiles({ ...files, ...Object.fromEntries(later) })
    expect(manifest.millesimes).toEqual([2021, 2022])
    expect(manifest.version).toMatch(/^2022\./)
    const answers = []
    for (const engine of [await createNativeEngine(), (await createWasmNodeEngine()).engine]) {
      await engine.load(
        await Promise.all(
          manifest.tables.map(async ({ name, parquet }) => ({
            name,
            bytes: new Uint8Array(await readFile(join(target(), parquet.file)))
          }))
        )
      )
      answers.push(await engine.query({ sql: 'SELECT * FROM observations', params: [] }))
      expect(
        await engine.query({
          sql: 'SELECT additive, count(*) AS n FROM groups GROUP BY additive ORDER BY additive',
          params: []
        })
      ).toEqual([
        { additive: false, n: 1 },
        { additive: true, n: 1 }
      ])
      await engine.close()
    }
    expect(answers[0]).toEqual(answers[1])
    expect(answers[0]).toHaveLength(12)
    expect(answers[0]?.[1]).toMatchObject({
      id: 'rennes',
      value: 60,
      mark: 'exact',
      note: '',
      millesime: 2021,
      quote: 'Rennes\n60 €'
    })
    expect(answers[0]?.[7]).toMatchObject({ id: 'b-rennes', millesime: 2022 })
  })
})

describe('when it fails', () => {
  const kept = async (attempt: () => Promise<unknown>): Promise<void> => {
    await publishFiles(fixture())
    const before = await digests()
    await expect(attempt()).rejects.toThrow()
    expect(await digests()).toEqual(before)
    expect(await readdir(join(place, 'static'))).toEqual(['data'])
    expect(await readdir(join(place, '.cache'))).toEqual([])
  }

  it('leaves what was published, for bad data', () =>
    kept(() => publishFiles({ ...fixture(), '2021/observations.csv': 'id\n' })))

  it('leaves what was published, when the last file cannot be written', () =>
    kept(() => publishFiles(fixture(), () => Promise.reject(new Error('disk full')))))

  it('writes nothing at all the first time', async () => {
    await expect(publishFiles({ ...fixture(), 'site.json': '{}' })).rejects.toThrow(DataError)
    expect(await readdir(place)).toEqual([])
  })

  it('mends what a killed run left behind', async () => {
    await publishFiles(fixture())
    const before = await digests()
    // Killed between the two renames: the target is away, the new one is not there yet.
    await mkdir(workshop(), { recursive: true })
    await rename(target(), join(workshop(), 'previous'))
    await expect(publishFiles(fixture(), () => Promise.reject(new Error('again')))).rejects.toThrow('again')
    expect(await digests()).toEqual(before)
  })
})

it('publishes the real data', async () => {
  const { manifest, reconciliations } = await run({ source: 'data', target: target(), workshop: workshop() })
  expect(manifest.millesimes).toContain(2021)
  expect(reconciliations.length).toBeGreaterThan(10)
}, 20_000)
