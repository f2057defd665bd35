import { expect, it } from 'vitest'
import { marksInWords, secretWords, wordMarks } from './marks.ts'
import type { Mark } from './rows.ts'

it.each<[Mark[], Mark[], string]>([
  [['exact'], [], ''],
  [['at_least'], [], 'au moins'],
  [['about', 'rounded'], ['rounded'], 'environ, arrondi'],
  [['to_verify', 'rounded'], ['rounded', 'to_verify'], 'arrondi, à vérifier'],
  [['partial_period', 'computed'], ['computed', 'partial_period'], 'calculé, période partielle'],
  [['secret'], [], 'secret']
])('%j are %j beside a value, and read "%s"', (marks, beside, words) => {
  expect(wordMarks(marks)).toEqual(beside)
  expect(marksInWords(marks)).toBe(words)
})

it.each([
  [1, 'un nombre est secret'],
  [2, '2 nombres sont secrets'],
  [1200, '1\u202f200 nombres sont secrets']
])('%i: %s', (count, words) => {
  expect(secretWords(count)).toBe(words)
})
