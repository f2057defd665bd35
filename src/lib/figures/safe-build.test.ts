import { render } from 'svelte/server'
import { describe, expect, it } from 'vitest'
import { AppError } from '../domain/errors.ts'
import type { Filters } from '../domain/filters.ts'
import { actes } from './actes/actes.ts'
import { type Figure as Registered, type FigureContext, type FigureModel, NO_EXTRAS } from './figure.ts'
import FigureFailure from './FigureFailure.svelte'
import { produit } from './produit/produit.ts'
import { failureText, safeBuild } from './safe-build.ts'
import SafeFigure from './SafeFigure.svelte'

const filters: Filters = { territory: 'orvault', programme: null, year: 2021, measure: 'produit' }
const context: FigureContext = { filters, territory: null, programme: null }
const broken: Registered = {
  ...produit,
  build: () => {
    throw new TypeError('a row without its group')
  }
}

function html(model: FigureModel): string {
  const { body } = render(SafeFigure, {
    props: {
      id: 'produit',
      model,
      reading: 'Lire.',
      choice: {
        selected: null,
        href: (id: string) => `?territoire=${id}`,
        onselect: null,
        controls: 'none' as const,
        heading: 'h3' as const
      },
      year: 2021,
      version: '2021.0',
      page: '/figures/produit/',
      onexit: () => undefined
    }
  })
  return body.replaceAll(/<!--.*?-->/g, '')
}

describe('a figure whose build throws', () => {
  const seen: unknown[] = []
  const model = safeBuild(broken, [], context, NO_EXTRAS, (error) => seen.push(error))

  it('says what happened, what is safe and what to do, without a number, and keeps the error', () => {
    expect(model.empty?.title).toBe('Cette figure ne peut pas s’afficher')
    expect(model.empty?.text).toMatch(/erreur.*restent justes.*rechargez/)
    expect(model.entries).toEqual([])
    expect(model.drawing.panels).toEqual([])
    expect(model.empty?.exits[0]?.patch).toEqual({ territory: null, programme: null })
    expect(seen).toHaveLength(1)
    expect(String(seen[0])).toContain('a row without its group')
  })

  it('leaves the figures beside it alone', () => {
    const report = (): never => expect.fail('no error')
    const [bad, good] = [broken, actes].map((figure) =>
      safeBuild(figure, [], context, NO_EXTRAS, figure === broken ? () => undefined : report)
    )
    expect(bad?.empty).not.toBeNull()
    expect(good).toEqual(actes.build([], context, NO_EXTRAS))
  })

  it('is drawn as such, with its way out and no table', () => {
    const page = html(model)
    expect(page).toContain('Cette figure ne peut pas s’afficher')
    expect(page).toContain('Retirer les filtres')
    expect(page).not.toContain('Tableau')
    expect(page).not.toMatch(/NaN|undefined/)
  })

  it('fails the build, where no reader can see it yet', () => {
    expect(() => safeBuild(broken, [], context, NO_EXTRAS)).toThrow('a row without its group')
  })
})

describe('a figure that fails to draw', () => {
  it('has the same words, and a way to try again', () => {
    const model = actes.build([], context, NO_EXTRAS)
    const error = new TypeError('no')
    const { body } = render(FigureFailure, {
      props: { id: 'actes', level: 2, model, error, reset: () => undefined }
    })
    expect(body).toContain(failureText(error).text)
    expect(body).toContain('Réessayer')
  })

  it('says the words of an error of ours', () => {
    expect(failureText(new AppError('engine_lost')).text).toContain('moteur de calcul')
  })
})
