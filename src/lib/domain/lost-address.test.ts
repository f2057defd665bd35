// Does an unknown address say what it asked for, whatever a stranger wrote in it?

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { askedTerritory } from './lost-address.ts'

it.each([
  ['/territoires/orvaut/', '/territoires/', 'orvaut'],
  ['/territoires/orvaut', '/territoires/', 'orvaut'],
  ['/territoires/44114/', '/territoires/', '44114'],
  ['/territoires/orvault/fiche-2020.html', '/territoires/', 'orvault'],
  ['/optima/territoires/orvaut/', '/optima/territoires/', 'orvaut'],
  ['/optima/territoires/orvaut/', '/territoires/', null],
  ['/territoires/', '/territoires/', null],
  ['/territoires', '/territoires/', null],
  ['/territoires//', '/territoires/', null],
  ['/nulle-part/', '/territoires/', null],
  ['/figures/territoires/orvaut/', '/territoires/', null],
  ['/territoires/Ch%C3%A2teaubriand/', '/territoires/', 'Châteaubriand'],
  ['/territoires/saint%20nazaire/', '/territoires/', 'saint nazaire'],
  ['/territoires/%E0%A4%A/', '/territoires/', '%E0%A4%A'],
  ['/territoires/%3Cscript%3Ealert(1)%3C%2Fscript%3E/', '/territoires/', '<script>alert(1)</script>'],
  ['/territoires/%20saint%20%20nazaire%20/', '/territoires/', 'saint nazaire'],
  ['/territoires/%20/', '/territoires/', null],
  [`/territoires/${'a'.repeat(60)}/`, '/territoires/', 'a'.repeat(60)],
  ['/territoires/%E2%80%AEtluavro%00/', '/territoires/', 'tluavro'],
  [`/territoires/${'a'.repeat(200)}/`, '/territoires/', `${'a'.repeat(60)}…`]
])('%s under %j asks for %j', (path, base, expected) => {
  expect(askedTerritory(path, base)).toBe(expected)
})

it('never throws, and gives a short text that can be seen @fault-32', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const asked = askedTerritory(`/territoires/${text}`, '/territoires/') ?? 'x'
      return Array.from(asked).length <= 61 && !/\p{C}/u.test(asked.replace(/\p{Cs}/gu, ''))
    }),
    { numRuns: 4 * Number(process.env.FC_RUNS ?? 25) }
  )
})
