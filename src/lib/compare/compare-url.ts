// Which comparison does an address hold? `t`: territories or dispositifs, comma-separated; what it cannot hold is said.

import type { CompareData } from './compare-data.ts'
import type { SubjectKind } from './subjects.ts'

export const MOST = 4

/** Territories first: an id or an alias, lower case -> id and kind. */
export type KnownSubjects = ReadonlyMap<string, { id: string; kind: SubjectKind }>

export interface SelectionIssue {
  kind: 'unknown' | 'whole' | 'twice' | 'mixed' | 'many'
  /** As the address writes it, cut. */
  value: string
}

export interface Selection {
  /** One to four, all of one kind, none twice. */
  ids: string[]
  issues: SelectionIssue[]
}

export function knownSubjects({ territories, programmes }: CompareData): KnownSubjects {
  const known = new Map<string, { id: string; kind: SubjectKind }>()
  for (const { id } of programmes) known.set(id, { id, kind: 'programme' })
  for (const { id, aliases } of territories)
    for (const alias of aliases) known.set(alias.toLowerCase(), { id, kind: 'territory' })
  for (const { id } of territories) known.set(id, { id, kind: 'territory' })
  return known
}

/**
 * Never throws, whatever the string. Other names of the query are ignored in silence; of a repeated `t` the
 * first counts. Without a readable id the comparison is `start`.
 */
export function decodeSelection(search: string, known: KnownSubjects, start: readonly string[]): Selection {
  const text = new URLSearchParams(search).get('t') ?? ''
  const issues: SelectionIssue[] = []
  const ids: string[] = []
  let kind: SubjectKind | null = null
  for (const piece of text.split(',').map((one) => one.trim())) {
    if (piece === '') continue
    const refuse = (why: SelectionIssue['kind']): void => {
      const value = piece.slice(0, 60)
      if (!issues.some((issue) => issue.kind === why && issue.value === value))
        issues.push({ kind: why, value })
    }
    const found = known.get(piece.toLowerCase())
    if (found === undefined) refuse('unknown')
    else if (found.id === 'optima') refuse('whole')
    else if (ids.includes(found.id)) refuse('twice')
    else if (kind !== null && found.kind !== kind) refuse('mixed')
    else if (ids.length === MOST) refuse('many')
    else {
      kind = found.kind
      ids.push(found.id)
    }
  }
  return { ids: ids.length === 0 ? [...start] : ids, issues }
}

/** The query without question mark, '' for the default comparison. Inverse of `decodeSelection`: ids need no escape. */
export function encodeSelection(ids: readonly string[], start: readonly string[]): string {
  const same = ids.length === start.length && ids.every((id, index) => id === start[index])
  return same || ids.length === 0 ? '' : `t=${ids.join(',')}`
}
