import { error } from '@sveltejs/kit'
import { ficheOf, publishedFiches } from '$lib/places/published-fiches.ts'
import { canonical } from '$lib/site.ts'
import type { EntryGenerator, PageServerLoad } from './$types'

export const entries: EntryGenerator = async () => (await publishedFiches()).ids.map((id) => ({ id }))

export const load: PageServerLoad = async ({ params }) => {
  const fiche = ficheOf(await publishedFiches(), params.id)
  if (fiche === undefined) error(404, 'Ce territoire n’existe pas ici')
  return { fiche, address: canonical(`/territoires/${params.id}/`) }
}
