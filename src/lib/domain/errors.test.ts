import { expect, it } from 'vitest'
import { AppError, ERROR_CODES, userMessage } from './errors.ts'

it('says another thing of every error, and of one that is not ours', () => {
  const said = [new Error('engine_lost'), ...ERROR_CODES.map((code) => new AppError(code))].map(userMessage)
  expect(new Set(said).size).toBe(ERROR_CODES.length + 1)
  for (const message of said) expect(message).toMatch(/^[A-Z].+\.$/)
})

it.each([
  ['data_missing', { file: 'sites.parquet' }, '(sites.parquet)'],
  ['data_missing', {}, '(fichier inconnu)'],
  ['data_unreadable', { file: 'manifest.json' }, '(réf. manifest.json)'],
  ['data_unreadable', {}, '(réf. inconnue)']
] as const)('names the file of %s %j', (code, evidence, words) => {
  expect(userMessage(new AppError(code, evidence))).toContain(words)
})

it('carries its code, its evidence and its cause', () => {
  const cause = new Error('404')
  const error = new AppError('data_missing', { file: 'x' }, cause)
  expect(error).toMatchObject({ name: 'AppError', message: 'data_missing', code: 'data_missing', cause })
  expect(error.evidence).toEqual({ file: 'x' })
  expect(new AppError('engine_lost').evidence).toEqual({})
})
