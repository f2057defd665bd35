// Does data/site.json say who publishes, where and under which licence?

import * as v from 'valibot'
import { siteSchema, type Manifest } from '../../src/lib/domain/manifest.ts'
import { wholeFile } from './csv-problems.ts'
import type { Problem } from './problem.ts'
import { readText } from './read-tables.ts'

const FILE = 'data/site.json'
const EXPECTED: Record<string, string> = {
  origin: 'une adresse comme https://chiffres.exemple.fr, sans barre finale',
  base: 'rien, ou un chemin comme /chiffres',
  website: 'une adresse web complète',
  'contact.email': 'une adresse électronique'
}

export interface Site {
  /** null when there are problems. */
  site: Manifest['site'] | null
  /** What only the association can say, and has not said yet. */
  toComplete: string[]
  problems: Problem[]
}

const schema = v.object({ ...siteSchema.entries, to_complete: v.optional(v.array(v.string()), []) })

function toProblem(issue: v.InferIssue<typeof schema>): Problem {
  const key = v.getDotPath(issue) ?? ''
  const absent = issue.input === undefined
  const value = absent ? '' : JSON.stringify(issue.input)
  return {
    file: FILE,
    row: null,
    column: key,
    value,
    wrong: absent ? 'clé absente.' : `« ${value} » n’est pas admis.`,
    expected: EXPECTED[key] ?? 'un texte'
  }
}

export async function readSite(folder: string): Promise<Site> {
  const none = (problems: Problem[]): Site => ({ site: null, toComplete: [], problems })
  const text = await readText(folder, 'site.json')
  if (typeof text !== 'string') return none([text])
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    return none([
      wholeFile(
        FILE,
        'ce n’est pas du JSON.',
        error instanceof Error ? `du JSON ; l’analyse dit « ${error.message} »` : 'du JSON'
      )
    ])
  }
  const result = v.safeParse(schema, json)
  if (!result.success) return none(result.issues.map(toProblem))
  const { to_complete: toComplete, ...site } = result.output
  return { site, toComplete, problems: [] }
}
