import { SCHEMAS } from '$lib/domain/schemas/schemas.ts'
import { filesOf } from '$lib/imports/example-files.ts'
import { canonical } from '$lib/site.ts'
import { pageCards } from '../../page-cards.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async () => ({
  canonical: canonical('/donnees/importer/'),
  shareAlt: (await pageCards['/donnees/importer/']()).alt,
  /** Names and labels alone: what makes the files stays out of the page. */
  files: SCHEMAS.map((rules) => ({
    schema: rules.id,
    files: filesOf(rules).map(({ file, label }) => ({ file, label }))
  }))
})
