// How does what we compute from the report stand to what it publishes? The rows of /data/reconciliation.json.

import type { Bounds } from './bounds.ts'

export const VERDICTS = ['equal', 'within_rounding', 'remainder', 'contradiction'] as const
/** `remainder`: the parts leave something of the whole; `contradiction`: two numbers that should be one are not. */
export type Verdict = (typeof VERDICTS)[number]

export interface Reconciliation {
  id: string
  millesime: number
  /** French. */
  title: string
  /** Ids of the observations computed with. */
  terms: string[]
  /** Id of the observation held against them; '' when it is a plain number, as 100 %. */
  published_id: string
  /** Unit code of both values. */
  unit: string
  computed: number
  computed_bounds: Bounds
  published: number
  /** published − computed. */
  difference: number
  difference_bounds: Bounds
  verdict: Verdict
  /** French: the sum with its terms, what is published, what is between them and what the report leaves unsaid. */
  sentence: string
}
