// What did a figure say when a version of the data was released? Kept whole, so that later code changes no number of it.
//
// data/published/<version>/figures.json.gz holds the pages as they were: words, drawing and entries, not the rows
// they were made from. A release only adds: a page once in it is never written again. Never in the browser.

import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { FigurePage } from './pages.ts'

export const RELEASES = 'data/published'
export const RELEASE_FILE = 'figures.json.gz'
/** Raised when a stored page can no longer be drawn as it is: the reader of older ones then comes with it. */
export const RELEASE_FORMAT = 1

export interface Release {
  format: number
  version: string
  pages: FigurePage[]
}

const unzip = promisify(gunzip)
const VERSION = /^\d{4}\.[0-9a-f]{8}$/
const keyOf = ({ figure, territory }: FigurePage): string => `${figure.id}/${territory?.id ?? ''}`

/** Versions with a release, oldest name first; [] before the first one. */
export async function releasedVersions(folder = RELEASES): Promise<string[]> {
  if (!existsSync(folder)) return []
  return (await readdir(folder)).filter((name) => VERSION.test(name)).sort()
}

/** @throws when the file is missing, damaged, or of a later format. */
export async function readRelease(version: string, folder = RELEASES): Promise<Release> {
  const file = join(folder, version, RELEASE_FILE)
  const text = (await unzip(await readFile(file))).toString('utf8')
  const release = JSON.parse(text) as Release
  if (release.format !== RELEASE_FORMAT || release.version !== version)
    throw new Error(`${file}: format ${release.format}, version ${release.version}`)
  return release
}

/** The release with the pages it lacks; those it has stay as they are, byte for byte. */
export function addPages(release: Release, pages: readonly FigurePage[]): Release {
  const known = new Set(release.pages.map(keyOf))
  return { ...release, pages: [...release.pages, ...pages.filter((page) => !known.has(keyOf(page)))] }
}
