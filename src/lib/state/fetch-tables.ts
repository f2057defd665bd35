// Are the published files, byte for byte, those that the manifest names?

import { AppError } from '../domain/errors.ts'
import { readManifest, type Manifest } from '../domain/manifest.ts'
import { download, type DownloadOptions } from '../engine/download.ts'
import type { TableFile } from '../engine/engine.ts'

export type Fetching = Pick<DownloadOptions, 'fetch' | 'signal' | 'stallMs'>

/** @throws AppError `data_missing`, `data_unreadable`, `data_newer`, `query_cancelled`. */
export async function fetchManifest(folder: string, options: Fetching): Promise<Manifest> {
  // Asked again every time: everything else is judged by it.
  const bytes = await download(`${folder}manifest.json`, { ...options, cache: 'no-cache' })
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder().decode(bytes))
  } catch (error) {
    throw new AppError('data_unreadable', { file: 'manifest.json', bytes: bytes.length }, error)
  }
  return readManifest(json)
}

/**
 * Fetches every table whole, all at once.
 * @param onBytes bytes received of all tables together
 */
export async function fetchTables(
  folder: string,
  manifest: Manifest,
  options: Fetching,
  onBytes: (loaded: number) => void
): Promise<TableFile[]> {
  const loaded = new Map<string, number>()
  const report = (name: string, bytes: number): void => {
    loaded.set(name, bytes)
    onBytes([...loaded.values()].reduce((sum, part) => sum + part, 0))
  }
  return Promise.all(
    manifest.tables.map(async ({ name, parquet }) => {
      // The sum in the query: a cached file of an older version can then never meet a newer manifest.
      const url = `${folder}${parquet.file}?v=${parquet.sha256.slice(0, 12)}`
      const bytes = await download(url, { ...options, onBytes: (part) => report(name, part) })
      await check(parquet, bytes)
      return { name, bytes }
    })
  )
}

async function check(
  expected: Manifest['tables'][number]['parquet'],
  bytes: Uint8Array<ArrayBuffer>
): Promise<void> {
  const { file } = expected
  if (bytes.length !== expected.bytes) {
    throw new AppError('data_unreadable', { file, bytes: bytes.length, expected: expected.bytes })
  }
  // Absent on plain http outside localhost: there the length, and Parquet's own structure, must do.
  const subtle = crypto.subtle as SubtleCrypto | undefined
  if (!subtle) return
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes))
  const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
  if (sha256 !== expected.sha256)
    throw new AppError('data_unreadable', { file, sha256, expected: expected.sha256 })
}
