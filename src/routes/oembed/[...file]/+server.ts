import { error } from '@sveltejs/kit'
import { oembedPath } from '$lib/embed/addresses.ts'
import { embeddables } from '$lib/embed/embeddables.ts'
import { oembed } from '$lib/embed/oembed.ts'
import { absolute, canonical, publisher } from '$lib/site.ts'
import type { EntryGenerator, RequestHandler } from './$types'

export const prerender = true
export const trailingSlash = 'never'

let opened: ReturnType<typeof embeddables> | undefined
const once = (): ReturnType<typeof embeddables> => (opened ??= embeddables(absolute, publisher))

export const entries: EntryGenerator = async () =>
  (await once()).map(({ place }) => ({ file: oembedPath(place).slice('/oembed/'.length) }))

export const GET: RequestHandler = async ({ params }) => {
  const found = (await once()).find(({ place }) => oembedPath(place) === `/oembed/${params.file}`)
  if (found === undefined) error(404, 'Rien à intégrer à cette adresse')
  const answer = oembed(found, { name: publisher.name, address: canonical('/') })
  return new Response(`${JSON.stringify(answer, null, 1)}\n`, {
    headers: { 'content-type': 'application/json; charset=utf-8' }
  })
}
