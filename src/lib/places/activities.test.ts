// Are the dates of the report said in French as precisely as they are given?

import { expect, it } from 'vitest'
import { periodWords } from './activities.ts'

it.each([
  ['', '', ''],
  ['2018', '', 'depuis 2018'],
  ['2021-06', '', 'depuis juin 2021'],
  ['2021-01-01', '', 'depuis le 1er janvier 2021'],
  ['', '2021', 'jusqu’en 2021'],
  ['', '2022-06', 'jusqu’en juin 2022'],
  ['', '2022-12-31', 'jusqu’au 31 décembre 2022'],
  ['2021-06', '2021-08', 'de juin à août 2021'],
  ['2020-04', '2020-11', 'd’avril à novembre 2020'],
  ['2021-07', '2022-06', 'de juillet 2021 à juin 2022'],
  ['2021', '2023', 'de 2021 à 2023'],
  ['2021-12', '2021-12', 'décembre 2021']
])('%s, %s -> %s', (since, until, expected) => {
  expect(periodWords(since, until)).toBe(expected)
})
