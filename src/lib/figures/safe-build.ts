// What does the dashboard show of a figure that cannot be built? Its own error state; every other figure stays as it is.

import { AppError, userMessage } from '../domain/errors.ts'
import type { FigureRow } from '../domain/figure-rows.ts'
import { french } from '../domain/format.ts'
import type { Extras, Figure, FigureContext, FigureModel } from './figure.ts'
import { drawingOf } from './frame/bars.ts'
import { buildFigure } from './secrets.ts'

/** What happened, what is safe, what to do: the same words for a figure that cannot be built and one that cannot be drawn. */
export function failureText(error: unknown): { title: string; text: string } {
  return {
    title: 'Cette figure ne peut pas s’afficher',
    text: french(
      error instanceof AppError
        ? userMessage(error)
        : 'Une erreur est survenue en la préparant. Les autres figures et leurs sources restent justes. Retirez un filtre, ou rechargez la page.'
    )
  }
}

/** A model without any number: nothing of a half built figure may pass for a finding. */
function failed(
  { question }: Pick<Figure, 'question'>,
  error: unknown,
  { filters }: FigureContext
): FigureModel {
  return {
    title: french(question.replace(/ ?\?$/, '')),
    subtitle: french(`Figure indisponible, ${filters.year}`),
    sentence: '',
    note: '',
    entries: [],
    drawing: drawingOf([]),
    empty: {
      ...failureText(error),
      exits: [{ label: 'Retirer les filtres', patch: { territory: null, programme: null } }]
    }
  }
}

/** Where there is no page yet there is no reader either: the build must fail. */
function toConsole(error: unknown): void {
  if (typeof reportError === 'undefined') throw error
  reportError(error)
}

/**
 * For a page that shows several figures; the pages of one figure are built before they are published, and fail there.
 * @param report where the error goes, so that it is not lost: the console of the browser, a test
 */
export function safeBuild(
  figure: Figure,
  rows: readonly FigureRow[],
  context: FigureContext,
  extras: Extras,
  report: (error: unknown) => void = toConsole
): FigureModel {
  try {
    return buildFigure(figure, rows, context, extras)
  } catch (error) {
    report(error)
    return failed(figure, error, context)
  }
}
