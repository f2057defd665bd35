import { canonical } from '$lib/site.ts'
import { pageCards } from '../../page-cards.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async () => ({
  canonical: canonical('/donnees/importer/'),
  shareAlt: (await pageCards['/donnees/importer/']()).alt
})
