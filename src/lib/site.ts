// Where does the site live? data/site.json makes every absolute address.

import site from '../../data/site.json'

/** Absolute address of a page. @param path from the root of the site, with both slashes. */
export function canonical(path: string): string {
  return `${site.origin}${site.base}${path}`
}

/** What only the association can say, and has not said yet. */
export const toComplete: readonly string[] = site.to_complete
