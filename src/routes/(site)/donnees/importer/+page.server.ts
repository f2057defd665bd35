import { canonical } from '$lib/site.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = () => ({ canonical: canonical('/donnees/importer/') })
