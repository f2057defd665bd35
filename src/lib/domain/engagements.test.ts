import { expect, it } from 'vitest'
import { engagementCount, engagementWhen } from './engagements.ts'

it.each([
  ['new', '2021', '', [], 'depuis 2021, fin non publiée'],
  ['new', '2021-01-01', '', [], 'depuis le 1er janvier 2021, fin non publiée'],
  ['renewed', '2021-07', '2022-06', [], 'de juillet 2021 à juin 2022'],
  ['confirmed', '', '2022-12-31', ['at_least'], 'jusqu’au 31 décembre 2022 au moins, début non publié'],
  ['ended', '', '2021', ['to_verify'], 'jusqu’en 2021, début non publié'],
  ['renewed', '2021-07', '2022-06', ['at_least'], 'de juillet 2021 à juin 2022 au moins'],
  ['new', '', '2021', [], 'jusqu’en 2021, début non publié'],
  ['planned', '2022-06', '', [], 'à partir de juin 2022, fin non publiée'],
  ['planned', '2022-10', '', [], 'à partir d’octobre 2022, fin non publiée'],
  ['planned', '2022-04-01', '', [], 'à partir du 1er avril 2022, fin non publiée'],
  ['confirmed', '', '', [], 'dates non publiées']
] as const)('%s from %s to %s %j', (kind, start, end, marks, expected) => {
  expect(engagementWhen({ kind, start, end, marks })).toBe(expected)
})

it.each([
  [0, 'planned', '0 prévu'],
  [1, 'new', '1 nouveau'],
  [4, 'new', '4 nouveaux'],
  [2, 'renewed', '2 renouvelés'],
  [2, 'planned', '2 prévus']
] as const)('%i %s', (count, kind, expected) => {
  expect(engagementCount(count, kind)).toBe(expected)
})
