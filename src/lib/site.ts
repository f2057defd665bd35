// Where does the site live? data/site.json makes every absolute address.

import { resolve } from '$app/paths'
import type { Pathname } from '$app/types'
import site from '../../data/site.json'

/**
 * Addresses of the site of today. Without the frozen ones: TypeScript gives up on a `resolve()` of a union of more than 25,
 * and each page counts once or twice.
 */
export type LivePath = Exclude<Pathname, `/v/${string}`>

/** Absolute address of a page, base path included. */
export function canonical(path: Pathname): string {
  return `${site.origin}${resolve(path as LivePath)}`
}

/** Scheme and host, before the address of any page. */
export const origin: string = site.origin

/** Who is credited for what leaves the site. */
export const publisher: { readonly name: string; readonly licence: string } = {
  name: site.name,
  licence: site.licence.data
}

/** Of the association, where no agency is closer. */
export const contact: { readonly phone: string; readonly email: string } = site.contact

/** What only the association can say, and has not said yet. */
export const toComplete: readonly string[] = site.to_complete
