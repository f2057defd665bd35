// What is the address of a page, base path included, when its path is known only as the code runs?

import { resolve } from '$app/paths'
import type { Pathname } from '$app/types'

/** `resolve` takes one kind of path at a time: TypeScript compares no union of more than 25, and there are more routes. */
export function addressOf(path: Pathname): string {
  return resolve(path as '/')
}
