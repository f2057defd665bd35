// How are the files of the build made small once, so that no server compresses at each request?
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

// Parquet is compressed inside, and read by ranges; images and fonts are compressed already.
export const COMPRESSIBLE = /\.(css|csv|geojson|html|js|json|mjs|svg|topojson|txt|wasm|webmanifest|xml)$/
const SMALLEST = 1000
/** From this size on, the result is kept by content: an engine of 18 MB costs 2.5 s at each build otherwise. */
const CACHED_FROM = 1_000_000
// Quality 9 gives 3.15 MB of the 18 MB engine in 2 s; 11 gains some 15 % more in half a minute.
const BROTLI_QUALITY = 9

const encoders = {
  br: (/** @type {Buffer} */ content) =>
    promisify(brotliCompress)(content, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length
      }
    }),
  gz: (/** @type {Buffer} */ content) => promisify(gzip)(content, { level: 9 })
}

/**
 * @param {string} file
 * @param {Buffer} content
 * @param {'br' | 'gz'} extension
 * @param {string} cache folder
 */
async function encode(file, content, extension, cache) {
  const target = `${file}.${extension}`
  if (content.length < CACHED_FROM) {
    writeFileSync(target, await encoders[extension](content))
    return
  }
  const key = createHash('sha256').update(content).digest('hex').slice(0, 32)
  const kept = join(cache, `${key}-${BROTLI_QUALITY}.${extension}`)
  if (!existsSync(kept)) {
    mkdirSync(cache, { recursive: true })
    writeFileSync(`${kept}.part`, await encoders[extension](content))
    renameSync(`${kept}.part`, kept)
  }
  copyFileSync(kept, target)
}

/**
 * Writes a .br and a .gz beside each file worth it.
 * @param {string} folder
 * @param {string} [cache] where large results are kept
 * @returns {Promise<number>} how many files were compressed
 */
export async function compress(folder, cache = '.cache/compressed') {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && COMPRESSIBLE.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
  let count = 0
  for (const file of files) {
    const content = readFileSync(file)
    if (content.length <= SMALLEST) continue
    // Both at once: zlib works on its own threads.
    await Promise.all([encode(file, content, 'br', cache), encode(file, content, 'gz', cache)])
    count += 1
  }
  return count
}
