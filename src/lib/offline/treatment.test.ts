import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Asked, keyOf, localPath, treatmentOf } from './treatment.ts'

const ORIGIN = 'https://optima.example'
const asked = (path: string, rest: Partial<Asked> = {}): Asked => ({
  method: 'GET',
  url: `${ORIGIN}${path}`,
  mode: 'cors',
  range: false,
  ...rest
})

describe.each(['', '/optima'])('under the base path "%s"', (base) => {
  it.each([
    ['/', 'navigate', 'page'],
    ['/territoires/orvault/', 'navigate', 'page'],
    ['/v/2021.1/figures/produit/', 'navigate', 'page'],
    ['/territoires/orvault/__data.json', 'cors', 'file'],
    ['/theme.js', 'no-cors', 'file'],
    ['/data/manifest.json', 'cors', 'file'],
    ['/data/sites.parquet?v=0123', 'cors', 'sealed'],
    ['/_app/immutable/chunks/x.js', 'cors', 'sealed'],
    ['/_app/version.json', 'cors', 'pass'],
    ['/service-worker.js', 'cors', 'pass'],
    ['/embed/produit/', 'navigate', 'pass'],
    ['/embed', 'navigate', 'pass'],
    ['/v/2021.1/embed/produit/', 'navigate', 'pass'],
    ['/oembed/produit.json', 'cors', 'pass'],
    ['/territoires/orvault/partage.png', 'no-cors', 'pass'],
    ['/territoires/orvault/fiche.html', 'navigate', 'pass']
  ] as const)('%s (%s) is %s', (path, mode, treatment) => {
    expect(treatmentOf(asked(base + path, { mode }), ORIGIN, base)).toBe(treatment)
  })

  it('leaves alone what is sent, what is asked in parts and what is elsewhere', () => {
    expect(treatmentOf(asked(`${base}/`, { method: 'POST' }), ORIGIN, base)).toBe('pass')
    expect(treatmentOf(asked(`${base}/data/a.csv`, { range: true }), ORIGIN, base)).toBe('pass')
    expect(treatmentOf(asked('/', { url: 'https://else.example/' }), ORIGIN, base)).toBe('pass')
    expect(treatmentOf(asked('/', { url: 'https://optima.example.else.example/' }), ORIGIN, base)).toBe(
      'pass'
    )
  })
})

it('is the neighbour’s outside of the base path', () => {
  expect(localPath(`${ORIGIN}/other/`, ORIGIN, '/optima')).toBeNull()
  expect(localPath(`${ORIGIN}/optimax/`, ORIGIN, '/optima')).toBeNull()
})

it('keeps a page under its path alone, a sealed table under its sum', () => {
  expect(keyOf(`${ORIGIN}/?territoire=angers#carte`, 'page')).toBe(`${ORIGIN}/`)
  expect(keyOf(`${ORIGIN}/data/a.parquet?v=12`, 'sealed')).toBe(`${ORIGIN}/data/a.parquet?v=12`)
})

it('has a treatment for any string', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      for (const one of [text, ORIGIN + text])
        expect(['pass', 'sealed', 'page', 'file']).toContain(
          treatmentOf({ ...asked(''), url: one }, ORIGIN, '')
        )
    })
  )
})
