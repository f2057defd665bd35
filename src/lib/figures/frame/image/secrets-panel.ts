// How does what is secret stand in an image? As on the page: the word in place of a number, where, and of what.

import type { SecretsPanel } from '../drawing.ts'
import type { Block } from './block.ts'
import { numbersPanel } from './numbers-panel.ts'
import type { Pen } from './pen.ts'

export function secretsPanel({ lines, ...panel }: SecretsPanel, pen: Pen, width: number): Block {
  const items = lines.map((line) => ({ ...line, text: 'secret', value: Number.NaN, unit: '', marks: [] }))
  return numbersPanel({ ...panel, kind: 'numbers', compact: true, items }, pen, width)
}
