// What is a contract or a project called by what became of it?

import { formatDate, formatSpan } from './format.ts'
import type { ENGAGEMENT_KINDS, Mark } from './rows.ts'

type Kind = (typeof ENGAGEMENT_KINDS)[number]

export const ENGAGEMENT_NAMES: Readonly<Record<Kind, string>> = {
  new: 'nouveau',
  renewed: 'renouvelé',
  confirmed: 'confirmé',
  developed: 'développé',
  ended: 'terminé',
  planned: 'prévu'
}

/** "4 nouveaux", "1 renouvelé", "0 prévu". */
export function engagementCount(count: number, kind: Kind): string {
  const name = ENGAGEMENT_NAMES[kind]
  return `${count} ${count < 2 ? name : kind === 'new' ? 'nouveaux' : `${name}s`}`
}

/** From when until when, with the end that is not published said: "depuis 2021, fin non publiée". */
export function engagementWhen(one: {
  kind: Kind
  start: string
  end: string
  marks: readonly Mark[]
}): string {
  const { kind, start, end } = one
  if (start === '' && end === '') return 'dates non publiées'
  const least = one.marks.includes('at_least') ? ' au moins' : ''
  if (start === '') return `${formatSpan('', end)}${least}, début non publié`
  if (end !== '') return `${formatSpan(start, end)}${least}`
  const day = start.length === 10 ? 'du ' : /^[aeéo]/.test(formatDate(start)) ? 'd’' : 'de '
  const from = kind === 'planned' ? `à partir ${day}${formatDate(start)}` : formatSpan(start, '')
  return `${from}, fin non publiée`
}
