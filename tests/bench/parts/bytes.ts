// What does each kind of page weigh in gzip, before anything is touched?
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { table } from '../table.ts'

const PAGES = ['', 'territoires/orvault/', 'figures/produit/', 'comparer/', 'integrer/', 'methode/'] as const
const gzip = (file: string): number => gzipSync(readFileSync(file), { level: 9 }).length / 1000

export function bytesPart(folder: string): string {
  const assets = join(folder, '_app/immutable/assets')
  const font = readdirSync(assets).find((name) => name.endsWith('.woff2')) ?? ''
  const fontSize = readFileSync(join(assets, font)).length / 1000
  const embeds = readdirSync(join(folder, 'embed'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('index.html'))
    .map((name) => gzip(join(folder, 'embed', name)))
  return table(
    ['first view, kB in gzip', 'page with its styles', 'font', 'together'],
    [
      ...PAGES.map((page) => {
        const size = gzip(join(folder, page, 'index.html'))
        return [`\`/${page}\``, size, fontSize, size + fontSize]
      }),
      [`an embed, the heaviest of ${embeds.length}`, Math.max(...embeds), 0, Math.max(...embeds)]
    ]
  )
}
