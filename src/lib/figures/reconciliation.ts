// How do published parts and totals agree? Made by the pipeline at each build, read here for the page on method.

import * as v from 'valibot'
import { VERDICTS, type Verdict } from '../domain/reconciliation.ts'
import { readPublished } from '../engine/published.ts'

const SAID: Readonly<Record<Verdict, string>> = {
  equal: 'Les deux nombres sont égaux.',
  within_rounding: 'Égal à l’arrondi près.',
  remainder: 'Il reste un écart, nommé et borné.',
  contradiction: 'Les deux nombres se contredisent.'
}

const lines = v.array(
  v.object({ id: v.string(), title: v.string(), sentence: v.string(), verdict: v.picklist(VERDICTS) })
)

export interface ReconciliationLine {
  id: string
  title: string
  sentence: string
  verdictText: string
}

/** @throws ValiError when the pipeline and this page disagree on the shape. */
export async function readReconciliation(): Promise<ReconciliationLine[]> {
  return v
    .parse(lines, await readPublished('reconciliation.json'))
    .map(({ id, title, sentence, verdict }) => ({ id, title, sentence, verdictText: SAID[verdict] }))
}
