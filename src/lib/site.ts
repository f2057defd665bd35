// Where does the site live? data/site.json makes every absolute address.

import { resolve } from '$app/paths'
import type { Pathname } from '$app/types'
import site from '../../data/site.json'

/** Absolute address of a page, base path included. */
export function canonical(path: Pathname): string {
  return `${site.origin}${resolve(path)}`
}

/** Of the association, where no agency is closer. */
export const contact: { readonly phone: string; readonly email: string } = site.contact

/** What only the association can say, and has not said yet. */
export const toComplete: readonly string[] = site.to_complete
