// Which last parts of an address under /donnees/ name a file that helps to prepare an import? Every page loads this
// test, so it knows the names alone: example-files.test.ts compares them with the files.

import type { ParamMatcher } from '@sveltejs/kit'

export const match: ParamMatcher = (param) =>
  /^(journal|observations)(-modele\.csv|-exemple\.csv|\.schema\.json)$/.test(param)
