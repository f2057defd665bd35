// What does every search by place need of this site: its list, its addresses, its way to a page, whom to call?

import { goto } from '$app/navigation'
import { asset, resolve } from '$app/paths'
import type { PlaceLinks } from '$lib/places/place-search.ts'
import { contact } from '$lib/site.ts'

export const placeLinks: PlaceLinks = {
  source: asset('/data/places.json'),
  href: (id) => resolve(`/territoires/${id}/`),
  onopen: (id) => void goto(resolve(`/territoires/${id}/`)),
  list: resolve('/territoires/'),
  ...contact
}
