// The comparison of the page that nobody has changed, as one image: for readers without script.
import { openComparison } from '../comparer/open-comparison.server.ts'
import { buildComparison } from '$lib/compare/comparison.ts'
import { comparisonSvg } from '$lib/compare/image/comparison-svg.ts'
import { START, subjectOf } from '$lib/compare/subjects.ts'
import { publisherLine } from '$lib/figures/frame/words.ts'
import { canonical, publisher } from '$lib/site.ts'
import type { RequestHandler } from './$types'

export const prerender = true

export const GET: RequestHandler = async () => {
  const { data, version } = await openComparison()
  const subjects = START.flatMap((id) => subjectOf(id, data) ?? [])
  const svg = comparisonSvg(buildComparison(subjects, data), data, {
    theme: 'light',
    view: 'both',
    version,
    address: canonical('/comparer/'),
    credit: publisherLine(publisher)
  })
  return new Response(svg, { headers: { 'content-type': 'image/svg+xml' } })
}
