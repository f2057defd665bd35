// What has the pipeline published? The native engine over static/data, for prerendering; never in the browser.

import { readFile, stat } from 'node:fs/promises'
import { type Manifest, readManifest } from '../domain/manifest.ts'
import type { Engine } from './engine.ts'
import { createNativeEngine } from './native.ts'

const FOLDER = 'static/data'

let opened: Promise<{ engine: Engine; manifest: Manifest }> | undefined

async function open(): Promise<{ engine: Engine; manifest: Manifest }> {
  const manifest = readManifest(await readPublished('manifest.json'))
  const engine = await createNativeEngine()
  const tables = manifest.tables.map(async ({ name, parquet }) => ({
    name,
    bytes: new Uint8Array(await readFile(`${FOLDER}/${parquet.file}`))
  }))
  await engine.load(await Promise.all(tables))
  return { engine, manifest }
}

/** One engine for the whole build. @throws when `npm run data` has not run. */
export function openPublished(): Promise<{ engine: Engine; manifest: Manifest }> {
  opened ??= open()
  return opened
}

/** Bytes of a file that the pipeline made. */
export async function publishedBytes(file: string): Promise<number> {
  return (await stat(`${FOLDER}/${file}`)).size
}

/** A JSON file that the pipeline made beside the tables. */
export async function readPublished(file: string): Promise<unknown> {
  return JSON.parse(await readFile(`${FOLDER}/${file}`, 'utf8')) as unknown
}
