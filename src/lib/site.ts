// Where does the site live? data/site.json makes every absolute address.

import type { Pathname } from '$app/types'
import site from '../../data/site.json'
import { addressOf } from './address.ts'

/** Absolute address of a page, base path included. */
export function canonical(path: Pathname): string {
  return `${site.origin}${addressOf(path)}`
}

/** Absolute address of a path that is made of data: of a figure, an image, an answer. */
export const absolute = (path: string): string => `${site.origin}${addressOf('/')}${path.slice(1)}`

/** Scheme and host, before the address of any page. */
export const origin: string = site.origin

/** Who is credited for what leaves the site. */
export const publisher: { readonly name: string; readonly licence: string } = {
  name: site.name,
  licence: site.licence.data
}

/** Who the site speaks of, and its own site. */
export const association: { readonly name: string; readonly website: string } = {
  name: site.publisher,
  website: site.website
}

export const licences: { readonly code: string; readonly data: string } = site.licence

/** Of the association, where no agency is closer. */
export const contact: { readonly phone: string; readonly email: string } = site.contact

/** What only the association can say, and has not said yet. */
export const toComplete: readonly string[] = site.to_complete
