import { expect, it } from 'vitest'
import { DICTIONARY } from './dictionary.ts'
import { publishedNames } from './rows.ts'

it('keeps for itself where a text lies and how a year is told', () => {
  expect(publishedNames('sources')).toEqual(['id', 'title', 'publisher', 'year', 'url', 'note'])
  expect(publishedNames('highlights')).not.toContain('told_with')
  expect(publishedNames('groups')).toEqual(['id', 'name', 'kind', 'definition', 'additive', 'why_not'])
})

it('has words for every published column, the year last where there is a file a year', () => {
  for (const { columns } of DICTIONARY)
    for (const { name, description } of columns) expect(description, name).not.toBe('')
  const yearly = DICTIONARY.filter(({ columns }) => columns.at(-1)?.name === 'millesime')
  expect(yearly.map(({ name }) => name)).toEqual(['observations', 'engagements', 'highlights'])
})
