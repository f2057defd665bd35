// What is a guide? The steps of one task of one user, that a reader and a test follow alike.

import type { Pathname } from '$app/types'

/** A link, a button or a field, named as it is on the page. */
export interface Control {
  name: string
  role: 'link' | 'button' | 'heading' | 'radio' | 'field' | 'option' | 'text'
  /** What the reader does there, beyond finding it: presses it, writes in it, or chooses an option. */
  does?: { press: true } | { write: string } | { choose: string }
  /** How the control is called in the sentence, where its own words do not fit. */
  said?: string
}

export interface Picture {
  /** In static/aide/, without its extension. */
  file: string
  width: number
  height: number
  alt: string
}

export interface GuideStep {
  /** The page that the step begins on; without it, where the step before ended. */
  at?: { path: Pathname; name: string }
  words: readonly (string | Control)[]
  /** A line to type in a terminal, in the folder of the project. */
  command?: string
  picture?: Picture
}

export interface Guide {
  /** Last part of its address. */
  id: string
  user: string
  title: string
  /** What the reader leaves with. */
  wish: string
  steps: readonly GuideStep[]
}

export const link = (name: string): Control => ({ name, role: 'link' })
export const heading = (name: string): Control => ({ name, role: 'heading' })
export const text = (name: string): Control => ({ name, role: 'text' })
export const radio = (name: string): Control => ({ name, role: 'radio' })
export const button = (name: string): Control => ({ name, role: 'button' })
export const press = (name: string, role: 'button' | 'radio' | 'link' | 'option' = 'button'): Control => ({
  name,
  role,
  does: { press: true }
})
export const write = (name: string, words: string): Control => ({
  name,
  role: 'field',
  does: { write: words }
})
export const choose = (name: string, option: string): Control => ({
  name,
  role: 'field',
  does: { choose: option }
})

/** The controls that a step names, in order. */
export const controlsOf = ({ words }: GuideStep): Control[] =>
  words.filter((part): part is Control => typeof part !== 'string')
