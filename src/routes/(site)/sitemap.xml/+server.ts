import { canonical } from '$lib/site.ts'
import { pathsOf, sitePlan } from '../site-plan.server.ts'
import type { RequestHandler } from './$types'

export const prerender = true

/** Every page of the site, absolute. Ids are letters, digits and hyphens: nothing to escape. */
export const GET: RequestHandler = async () => {
  const urls = pathsOf(await sitePlan()).map((path) => `  <url><loc>${canonical(path)}</loc></url>`)
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`
  return new Response(xml, { headers: { 'content-type': 'application/xml' } })
}
