import { figuresIndex } from '$lib/figures/figures-index.ts'
import { publishedPages } from '$lib/figures/published-pages.ts'
import type { RequestHandler } from './$types'

export const prerender = true

export const GET: RequestHandler = async () => {
  const { pages, version } = await publishedPages()
  return new Response(`${JSON.stringify(figuresIndex(pages, version), null, 1)}\n`, {
    headers: { 'content-type': 'application/json; charset=utf-8' }
  })
}
