// What does Lighthouse say of each kind of page, on a phone with a simulated slow 4G?
import lighthouse, { type Report } from 'lighthouse'
import { quantile, table } from '../table.ts'

const PAGES = [
  '',
  'territoires/orvault/',
  'figures/produit/',
  'comparer/',
  'integrer/',
  'embed/produit/'
] as const
const KINDS = ['performance', 'accessibility', 'best-practices', 'seo'] as const
const RUNS = Number(process.env.RUNS ?? 3)

/** @param port of the debugging protocol of a browser */
export async function lighthousePart(port: number, address: string): Promise<string> {
  const rows: (string | number)[][] = []
  const mended: string[] = []
  for (const page of PAGES) {
    const runs: Report[] = []
    for (let run = 0; run < RUNS; run += 1) {
      const result = await lighthouse(`${address}${page}`, {
        port,
        logLevel: 'error',
        onlyCategories: [...KINDS],
        output: 'json'
      })
      if (result) runs.push(result.lhr)
    }
    const median = (values: number[]): number => quantile(values, 0.5)
    const audit = (id: string): number =>
      median(runs.map(({ audits }) => audits[id]?.numericValue ?? Number.NaN))
    rows.push([
      `\`/${page}\``,
      // An embed is not to be found by search engines: it says noindex.
      ...KINDS.map((kind) =>
        kind === 'seo' && page.startsWith('embed/')
          ? '–'
          : median(runs.map(({ categories }) => 100 * (categories[kind]?.score ?? 0))).toFixed(0)
      ),
      audit('largest-contentful-paint') / 1000,
      audit('cumulative-layout-shift').toFixed(3),
      audit('total-blocking-time').toFixed(0)
    ])
    const below = runs.flatMap(({ audits }) =>
      Object.values(audits).flatMap(({ id, score, title, scoreDisplayMode }) =>
        score !== null && score < 0.9 && scoreDisplayMode !== 'informative' ? [`${id}: ${title}`] : []
      )
    )
    for (const line of new Set(below)) mended.push(`- \`/${page}\` ${line}`)
  }
  return `Lighthouse, ${RUNS} runs a page, medians\n\n${table(
    ['page', 'performance', 'accessibility', 'best practices', 'SEO', 'LCP, s', 'CLS', 'TBT, ms'],
    rows
  )}\n\n${mended.join('\n')}`
}
