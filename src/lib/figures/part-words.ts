// What does a figure say when its numbers simply stand one after another?

import type { FigureRow } from '../domain/figure-rows.ts'
import { listWords } from '../domain/sentence.ts'
import { choiceWords } from './empty.ts'
import type { FigureContext } from './figure.ts'
import { counted, whenOf, whoPublishes } from './words.ts'

/** How many numbers a sentence can hold. */
const MOST = 6

/** The first numbers of the choice; what they all share, place or period, is said once at the head. */
export function numbersSentence(
  rows: readonly FigureRow[],
  year: number,
  name: string,
  programmes: boolean
): string {
  const chosen = rows.filter((row) => row.selected)
  const asides = chosen.map((row) => [
    row.territory === 'optima' ? '' : row.territory_name,
    programmes ? row.programme_name : '',
    whenOf(row)
  ])
  const shared = [0, 1, 2].map((i) => new Set(asides.map((aside) => aside[i])).size === 1)
  const head = [name, ...(asides[0] ?? []).filter((text, i) => text !== '' && shared[i]), String(year)]
  const words = chosen.slice(0, MOST).map((row, i) => {
    const own = (asides[i] ?? []).filter((text, j) => text !== '' && !shared[j])
    const aside = row.marks.includes('to_verify') ? [...own, 'à vérifier'] : own
    return `${counted(row)}${aside.length === 0 ? '' : ` (${aside.join(', ')})`}`
  })
  // A period that is said names the year.
  const place = (shared[2] === true && asides[0]?.[2] !== '' ? head.slice(0, -1) : head).join(', ')
  const more = chosen.length > MOST ? ', entre autres' : ''
  const end = chosen.length > 1 ? ' ; ces nombres ne s’additionnent pas' : ''
  return `${place} : ${whoPublishes(rows)} ${listWords(words)}${more}${end}.`
}

/** The title of a part of what is published: its first two numbers. */
export function partTitle(
  rows: readonly FigureRow[],
  context: FigureContext,
  name: string,
  programmes: boolean
): string {
  const words = rows
    .filter((row) => row.selected)
    .slice(0, 2)
    .map((row) =>
      programmes && row.programme !== '' ? `${counted(row)} (${row.programme_name})` : counted(row)
    )
  return `${name}, ${choiceWords(context)} : ${listWords(words)}`
}
