// npm run release: keep what every figure says of the published data, for the addresses that are given out "figées".
//
// Writes data/published/<version>/. What a release holds is never changed; a later run adds the pages it lacks.
import { existsSync } from 'node:fs'
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { embedPaths } from '../src/lib/embed/embed-paths.ts'
import { publishedPages } from '../src/lib/figures/published-pages.ts'
import {
  addPages,
  readRelease,
  RELEASE_FILE,
  RELEASE_FORMAT,
  RELEASES,
  releasedVersions,
  type Release
} from '../src/lib/figures/released.ts'

const { pages, version } = await publishedPages()
const folder = join(RELEASES, version)
const known = (await releasedVersions()).includes(version)
const before: Release = known ? await readRelease(version) : { format: RELEASE_FORMAT, version, pages: [] }
const after = addPages(before, pages)
const added = after.pages.length - before.pages.length
if (added === 0) {
  console.log(`Version ${version} : déjà publiée, ${after.pages.length} pages, rien à ajouter.`)
} else {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, RELEASE_FILE), gzipSync(JSON.stringify(after), { level: 9 }))
  // The tables themselves, so that the numbers of a version can be read again long after the site has changed.
  const { tables } = JSON.parse(await readFile('static/data/manifest.json', 'utf8')) as {
    tables: { csv: { file: string } }[]
  }
  if (!known)
    for (const { csv } of tables) await copyFile(join('static/data', csv.file), join(folder, csv.file))
  console.log(`Version ${version} : ${added} pages ajoutées, ${after.pages.length} en tout, dans ${folder}.`)
  console.log('Versez ce dossier dans git : ses adresses sont données pour toujours.')
}

// A page that embeds one of ours keeps its address for ever: the list only grows, and the tests hold the build to it.
const LIST = join(RELEASES, 'embeds.txt')
const given = existsSync(LIST) ? (await readFile(LIST, 'utf8')).split('\n').filter((path) => path !== '') : []
const all = [...new Set([...given, ...(await embedPaths())])].sort()
await writeFile(LIST, `${all.join('\n')}\n`)
console.log(
  `${all.length} adresses d’intégration, dont ${all.length - given.length} nouvelles, dans ${LIST}.`
)
