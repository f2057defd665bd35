import { beforeAll, describe, expect, it } from 'vitest'
import type { Reconciliation, Verdict } from '../../src/lib/domain/reconciliation.ts'
import { formulaFault } from './check-formulas.ts'
import { evaluate, exactly, readFrenchNumber } from './expression.ts'
import { readTables } from './read-tables.ts'
import { reconcile } from './reconcile.ts'

describe('expressions', () => {
  const terms: Record<string, number> = { a: 6, 'b-c-2021': 4, zero: 0 }
  const resolve = (word: string): ReturnType<typeof exactly> | null => {
    const value = terms[word] ?? readFrenchNumber(word)
    return value === null ? null : exactly(value)
  }
  it.each<[string, number | null]>([
    ['a + b-c-2021', 10],
    ['a − b-c-2021 − 1', 1],
    ['a + b-c-2021 × 2', 14],
    ['(a + b-c-2021) × 2', 20],
    ['3 929 656 − (449 000 + 2 076 000)', 1404656],
    ['1477 × 10 %', 147.7],
    ['81,9 × 1 000 ÷ 33', 2481.8181818182],
    ['0,1 + 0,2', 0.3],
    ['a ÷ zero', null],
    ['a - b-c-2021', null],
    ['a b-c-2021', null],
    ['(a + 1', null],
    ['a +', null],
    ['nobody', null],
    ['', null]
  ])('%s', (expression, value) => {
    expect(evaluate(expression, resolve)?.value ?? null).toBe(value)
  })
})

describe('formulas', () => {
  it.each([
    ['1477 × 10 % = 147,7, arrondi à 148', 148],
    ['juin, juillet, septembre = 3 mois', 3],
    ['juin, juillet, août = 3 mois, dont juin en partie', 3],
    ['avril à novembre = 8 mois', 8],
    ['nombre de pays nommés dans la liste = 3', 3]
  ])('%s', (formula, value) => {
    expect(formulaFault(formula, "Togo, Côte d'Ivoire, Mali", value, new Set([1477, 10]))).toBeNull()
    expect(formulaFault(formula, "Togo, Côte d'Ivoire, Mali", value + 1, new Set([1477, 10]))).not.toBeNull()
  })
  it.each([
    ['1477 × 10 % = 147,7, arrondi à 147', 147, /ne s’arrondit pas/],
    ['juin, juillet, juillet = 3 mois', 3, /donne 2, pas 3/],
    ['novembre à avril = 6 mois', 6, /ne se lit pas/],
    ['nombre de pays nommés dans la liste = 4', 4, /donne 3, pas 4/],
    ['1478 × 10 % = 147,8, arrondi à 148', 148, /1478 n’est la valeur d’aucune/]
  ])('%s is refused', (formula, value, wrong) => {
    expect(formulaFault(formula, 'a, b, c', value, new Set([1477, 10]))?.wrong).toMatch(wrong)
  })
})

describe('the report of 2021', () => {
  let results: Reconciliation[]
  beforeAll(async () => {
    const found = reconcile(await readTables('data'))
    expect(found.problems).toEqual([])
    results = found.results
  })

  it.each<[string, Verdict, Partial<Reconciliation>]>([
    [
      'produit-total',
      'remainder',
      {
        computed: 3852226,
        published: 3929656,
        difference: 77430,
        difference_bounds: { low: 75930, high: 78930 }
      }
    ],
    [
      'produit-non-ventile',
      'equal',
      {
        computed: 77430,
        published_id: 'revenue-unallocated-2021',
        computed_bounds: { low: 75930, high: 78930 }
      }
    ],
    [
      'diplomes',
      'equal',
      { computed: 23, terms: ['titles-apprenticeship-2021', 'titles-vae-2021', 'titles-aic-2021'] }
    ],
    ['marches', 'equal', { computed: 6 }],
    ['encombrants-jour', 'within_rounding', { computed: 2481.8181818182, published: 2482, unit: 'kg' }],
    ['encombrants-adresse', 'equal', { computed: 630 }],
    ['parts-formation', 'equal', { computed: 100, published_id: '' }],
    ['pays-de-naissance', 'contradiction', { computed: 16, published: 18, difference: 2 }],
    ['titres-msads', 'contradiction', { computed: 13, published: 11, difference: -2 }],
    ['modules', 'contradiction', { computed: 3, published: 63 }],
    ['stagiaires-ille-et-vilaine', 'within_rounding', { computed: 1078.21, published: 1078 }],
    ['stagiaires-pays-de-la-loire', 'within_rounding', { computed: 147.7, published: 148 }],
    ['stagiaires-autres', 'within_rounding', { computed: 251.09, published: 251 }]
  ])('%s: %s', (id, verdict, expected) => {
    expect(results.find((result) => result.id === id)).toMatchObject({ verdict, ...expected })
  })

  it('says it in French', () => {
    const plain = (id: string): string | undefined =>
      results.find((result) => result.id === id)?.sentence.replace(/[\u00a0\u202f]/g, ' ')
    expect(plain('produit-total')).toBe(
      '449 k€ + 2 076 k€ + 734 k€ + 454 854 € + 138 372 € = 3 852 226 € ; total publié : 3 929 656 €. Reste 77 430 €, entre 75 930 € et 78 930 € avec les arrondis. Seulement si Angers n’est pas compris dans les 2 076 k€ des Pays de la Loire, ce que le rapport ne dit pas.'
    )
    expect(plain('pays-de-naissance')).toContain(
      'Compté par nous : 16 ; publié : 18. Un écart que le rapport n’explique pas : 2.'
    )
    expect(plain('encombrants-jour')).toBe(
      '81,9 t × 1 000 ÷ 33 = 2 481,82 kg ; publié : environ 2 482 kg, égal à l’arrondi près.'
    )
    expect(plain('stagiaires-autres')).toContain('1 477 × 17 % = 251,09, arrondi à 251.')
  })
})
