// What does the report leave open in a list of lines? Said once under the list: beside a short bar long words are in the way.

import type { MonthsPanel, SpansPanel } from './drawing.ts'
import { listWords } from '../../domain/sentence.ts'

export interface Doubt {
  /** Names of the lines it holds for: "Vincennes, Médiation urbaine". */
  names: string
  text: string
}

function doubtsOf(lines: readonly { name: string; doubt?: string | undefined }[]): Doubt[] {
  const names = new Map<string, Set<string>>()
  for (const { name, doubt = '' } of lines)
    if (doubt !== '') names.set(doubt, (names.get(doubt) ?? new Set()).add(name))
  return [...names].map(([text, own]) => ({ names: listWords([...own]), text }))
}

/** One a text, in the order of the lines; [] where nothing is in doubt. */
export function doubtsUnder(panel: MonthsPanel | SpansPanel): Doubt[] {
  return doubtsOf(
    panel.kind === 'spans'
      ? panel.lines.map(({ label, doubt }) => ({ name: label, doubt }))
      : panel.lines.map(({ label, detail, doubt }) => ({ name: `${label}, ${detail}`, doubt }))
  )
}
