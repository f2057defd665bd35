import { expect, it } from 'vitest'
import { doubtsUnder } from './doubts.ts'
import type { MonthsPanel, SpansPanel } from './drawing.ts'

const panel = { id: 'p', title: '', words: [], note: '' }
const line = { territory: '', hue: 'neutral', marks: [], solid: true } as const

it('says each doubt once, with the names it holds for', () => {
  const spans: SpansPanel = {
    ...panel,
    kind: 'spans',
    from: 2020,
    to: 2024,
    lines: [
      ['A', 'Le lieu n’est pas dit.'],
      ['B', ''],
      ['C', 'Le lieu n’est pas dit.']
    ].map(([label = '', doubt = '']) => ({
      ...line,
      id: label,
      label,
      detail: 'Conseil',
      kind: 'nouveau',
      start: 2021,
      end: null,
      doubt
    }))
  }
  expect(doubtsUnder(spans)).toEqual([{ names: 'A et C', text: 'Le lieu n’est pas dit.' }])
})

it('tells two dispositifs of one place apart', () => {
  const months: MonthsPanel = {
    ...panel,
    kind: 'months',
    year: 2021,
    lines: ['Piscines', 'Prison'].map((detail) => ({
      ...line,
      id: detail,
      label: 'Rennes',
      detail,
      months: [],
      pace: '',
      ...(detail === 'Prison' ? { doubt: 'En quel mois ?' } : {})
    }))
  }
  expect(doubtsUnder(months)).toEqual([{ names: 'Rennes, Prison', text: 'En quel mois ?' }])
})
