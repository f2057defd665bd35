// Where is the share image of a page, and how large is it? Beside the page, under one name, for ever.

/** After the address of any page that has one: /figures/actes/rennes/partage.png, /territoires/orvault/partage.png. */
export const SHARE_FILE = 'partage.png'

/** Pixels; every share image has this size. */
export const SHARE_SIZE = { width: 1200, height: 630 } as const

/** Address of the share image of a page. @param page its address with its last slash, absolute or not */
export function shareImage(page: string): string {
  return `${page}${SHARE_FILE}`
}
