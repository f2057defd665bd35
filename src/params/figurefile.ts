// Which last parts of an address name a file of a figure, and not a territory?

import type { ParamMatcher } from '@sveltejs/kit'
import { STATIC_FILES, type StaticFile } from '$lib/figures/static-files.ts'

export const match = ((param: string): param is StaticFile =>
  STATIC_FILES.some(({ file }) => file === param)) satisfies ParamMatcher
