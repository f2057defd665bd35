import { error } from '@sveltejs/kit'
import { EXAMPLE_FILES } from '$lib/imports/example-files.ts'
import type { EntryGenerator, RequestHandler } from './$types'

export const prerender = true
export const trailingSlash = 'never'

export const entries: EntryGenerator = () => EXAMPLE_FILES.map(({ file }) => ({ file }))

export const GET: RequestHandler = ({ params }) => {
  const found = EXAMPLE_FILES.find(({ file }) => file === params.file)
  if (found === undefined) error(404)
  return new Response(found.content(), { headers: { 'content-type': found.type } })
}
