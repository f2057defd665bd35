import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { compress } from './compress.js'

let folder: string
let cache: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'compress-'))
  cache = join(mkdtempSync(join(tmpdir(), 'cache-')), 'kept')
  writeFileSync(join(folder, 'page.html'), 'page '.repeat(500))
  writeFileSync(join(folder, 'small.js'), 'small')
  writeFileSync(join(folder, 'rows.parquet'), 'rows '.repeat(500))
  writeFileSync(join(folder, 'engine.wasm'), Buffer.alloc(1_200_000, 'wasm'))
})

afterAll(() => {
  rmSync(folder, { recursive: true })
  rmSync(join(cache, '..'), { recursive: true })
})

it('writes both forms of what is worth it, and keeps large results by content', async () => {
  expect(await compress(folder, cache)).toBe(2)
  const read = (name: string) => readFileSync(join(folder, name))
  for (const name of ['page.html', 'engine.wasm']) {
    expect(brotliDecompressSync(read(`${name}.br`)).equals(read(name))).toBe(true)
    expect(gunzipSync(read(`${name}.gz`)).equals(read(name))).toBe(true)
  }
  expect(existsSync(join(folder, 'small.js.br'))).toBe(false)
  expect(existsSync(join(folder, 'rows.parquet.br'))).toBe(false)
  expect(readdirSync(cache)).toHaveLength(2)
})

it('takes what it kept, and does not compress what is compressed', async () => {
  const [kept = ''] = readdirSync(cache).filter((name) => name.endsWith('.br'))
  writeFileSync(join(cache, kept), 'kept')
  expect(await compress(folder, cache)).toBe(2)
  expect(readFileSync(join(folder, 'engine.wasm.br'), 'utf8')).toBe('kept')
})
