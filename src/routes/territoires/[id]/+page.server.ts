import { ficheAlt } from '$lib/places/fiche-card.ts'
import { jsonLd } from '$lib/places/json-ld.ts'
import { qrCode } from '$lib/places/qr.ts'
import { canonical } from '$lib/site.ts'
import { ficheIds, loadFiche } from '../fiche-load.server.ts'
import type { EntryGenerator, PageServerLoad } from './$types'

export const entries: EntryGenerator = async () => (await ficheIds()).map((id) => ({ id }))

export const load: PageServerLoad = async ({ params }) => {
  const loaded = await loadFiche(params.id)
  const address = canonical(`/territoires/${params.id}/`)
  return {
    ...loaded,
    canonical: address,
    qr: qrCode(address),
    jsonLd: jsonLd(loaded.fiche, address),
    shareAlt: ficheAlt(loaded.fiche)
  }
}
