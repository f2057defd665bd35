// Which files make up the published data, of which version, and can this code read them?

import * as v from 'valibot'
import { AppError } from './errors.ts'

/** Raised when a file or column changes its meaning: older pages then ask for a reload instead of drawing. */
export const MANIFEST_SCHEMA = 1

const file = v.object({
  /** Name inside the folder of the manifest. */
  file: v.pipe(v.string(), v.regex(/^[\w.-]+$/)),
  bytes: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Lower-case hexadecimal. */
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
})

/** What the site says of itself: the public part of data/site.json. Unknown keys are left out. */
export const siteSchema = v.object({
  name: v.pipe(v.string(), v.nonEmpty()),
  /** Scheme and host, without final slash. */
  origin: v.pipe(v.string(), v.regex(/^https?:\/\/[^/\s]+$/)),
  /** '' or '/name'. */
  base: v.pipe(v.string(), v.regex(/^(\/[\w.~-]+)*$/)),
  publisher: v.pipe(v.string(), v.nonEmpty()),
  website: v.pipe(v.string(), v.url()),
  contact: v.object({ email: v.pipe(v.string(), v.email()), phone: v.string() }),
  licence: v.object({ code: v.pipe(v.string(), v.nonEmpty()), data: v.pipe(v.string(), v.nonEmpty()) })
})

const manifest = v.object({
  schema: v.literal(MANIFEST_SCHEMA),
  /** "2021.3f9c2ab1": newest millésime, and the first letters of a digest of all that is published. */
  version: v.pipe(v.string(), v.regex(/^\d{4}\.[0-9a-f]{8}$/)),
  /** Oldest first. */
  millesimes: v.pipe(v.array(v.pipe(v.number(), v.integer())), v.minLength(1)),
  site: siteSchema,
  tables: v.array(
    v.object({
      name: v.pipe(v.string(), v.regex(/^[a-z_]+$/)),
      rows: v.pipe(v.number(), v.integer(), v.minValue(0)),
      parquet: file,
      csv: file
    })
  )
})

export type Manifest = v.InferOutput<typeof manifest>

/** @throws AppError `data_newer` for a later schema, `data_unreadable` naming the field for anything else. */
export function readManifest(json: unknown): Manifest {
  const schema = typeof json === 'object' && json !== null && 'schema' in json ? json.schema : undefined
  if (typeof schema === 'number' && schema > MANIFEST_SCHEMA)
    throw new AppError('data_newer', { schema, known: MANIFEST_SCHEMA })
  const result = v.safeParse(manifest, json)
  if (result.success) return result.output
  const [issue] = result.issues
  throw new AppError('data_unreadable', {
    file: 'manifest.json',
    field: v.getDotPath(issue) ?? '',
    expected: issue.expected ?? '',
    found: issue.received
  })
}
