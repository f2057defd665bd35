// What is in the folder of the production build, and in a paper made from it?
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

export interface BuiltFile {
  /** Address without the base path: /data/observations.csv */
  path: string
  text: string
}

const TEXT = /\.(css|csv|geojson|html|js|json|mjs|svg|topojson|txt|webmanifest|xml)$/

/** Every text file of a build. */
export function textFiles(folder = 'build'): BuiltFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && TEXT.test(entry.name))
    .map((entry) => {
      const file = join(entry.parentPath, entry.name)
      return {
        path: `/${relative(folder, file).split(sep).join('/')}`,
        text: readFileSync(file, 'utf8')
      }
    })
}

/** Every prerendered page of a build, as HTML. */
export function pages(folder = 'build'): BuiltFile[] {
  return textFiles(folder).filter(({ path }) => path.endsWith('.html'))
}

/** Pages of a PDF as Chromium writes it: one object of that type each. */
export function pageCount(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
}
