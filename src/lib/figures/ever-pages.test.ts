// Does an address that was given out go on showing something when its figure is no longer made?

import { expect, it } from 'vitest'
import { gather } from './ever-pages.ts'
import type { FigurePage } from './pages.ts'

const page = (id: string, territory: string | null, title: string): FigurePage =>
  ({
    figure: { id, question: '?', reading: '' },
    territory: territory === null ? null : { id: territory, name: territory },
    model: { title }
  }) as FigurePage

const live = { version: '2023.c', pages: [page('actes', null, 'today'), page('actes', 'rennes', 'today')] }
const releases = [
  {
    version: '2022.b',
    pages: [page('actes', null, 'b'), page('old', null, 'b'), page('actes', 'gone', 'b')]
  },
  { version: '2021.a', pages: [page('old', null, 'a'), page('older', 'rennes', 'a')] }
]

it('shows today first, and of what is withdrawn the newest release that has it', () => {
  expect(
    gather(live, releases).map(({ page: { figure, territory, model }, version, state }) =>
      [figure.id, territory?.id ?? '', model.title, version, state].join(' ')
    )
  ).toEqual([
    'actes  today 2023.c live',
    'actes rennes today 2023.c live',
    'old  b 2022.b withdrawn',
    'actes gone b 2022.b withdrawn',
    'older rennes a 2021.a withdrawn'
  ])
})

it('is today alone before the first release', () => {
  expect(gather(live, [])).toHaveLength(2)
})
