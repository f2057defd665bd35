import { expect, it } from 'vitest'
import type { Comparison, Line, Section } from './model.ts'
import { inView } from './view.ts'

const line = (id: string, computed: boolean): Line => ({
  id,
  label: id,
  note: '',
  computed,
  group: '',
  cells: []
})
const section = (id: string, lines: Line[], empty = ''): Section => ({
  id,
  title: id,
  comparable: false,
  tag: '',
  guard: { strong: '!', text: 'Non.' },
  lines,
  empty
})
const comparison: Comparison = {
  subjects: [],
  alone: [{ subject: { id: 'a' } as never, values: [] }],
  sections: [
    section('produit', [line('revenue', false), line('ratio', true)]),
    section('personnes', [line('met', false)]),
    section('actes', [], 'Rien de publié.'),
    section('rapporte', [line('mediateur', true)])
  ]
}
const shape = ({ sections, alone }: Comparison): unknown[] => [
  ...sections.map(({ id, lines, guard }) => [id, lines.map((one) => one.id), guard !== null]),
  alone.length
]

it('shows both by default, untouched', () => {
  expect(inView(comparison, 'both')).toBe(comparison)
})

it('shows what is published, with what is not, and no computation', () => {
  expect(shape(inView(comparison, 'published'))).toEqual([
    ['produit', ['revenue'], true],
    ['personnes', ['met'], true],
    ['actes', [], false],
    1
  ])
})

it('shows what is computed alone, or why nothing is', () => {
  expect(shape(inView(comparison, 'ratios'))).toEqual([
    ['produit', ['ratio'], true],
    ['rapporte', ['mediateur'], true],
    0
  ])
  const none = { ...comparison, sections: [section('rapporte', [], 'Rien ne se calcule ici.')] }
  expect(shape(inView(none, 'ratios'))).toEqual([['rapporte', [], false], 0])
})
