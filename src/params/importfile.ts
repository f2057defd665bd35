// Which last parts of an address under /donnees/ name a file that helps to prepare an import?

import type { ParamMatcher } from '@sveltejs/kit'
import { EXAMPLE_FILES } from '$lib/imports/example-files.ts'

export const match: ParamMatcher = (param) => EXAMPLE_FILES.some(({ file }) => file === param)
