// Which last parts of an address under /donnees/ name a file that helps to prepare an import?
//
// By their shape: what makes these files must not come with every page, as this does. The route knows which exist.

import type { ParamMatcher } from '@sveltejs/kit'

export const match: ParamMatcher = (param) =>
  /^[a-z]+(-modele\.csv|-exemple\.csv|\.schema\.json)$/.test(param)
