// Do other people's programs (WordPress, nginx, Apache, LibreOffice) take what the site makes? Runs tests/external/*.js.
import { existsSync, readdirSync } from 'node:fs'
import { run } from './run.js'

const FOLDER = 'tests/external'
const files = existsSync(FOLDER)
  ? readdirSync(FOLDER)
      .filter((name) => name.endsWith('.js'))
      .sort()
  : []

if (files.length === 0) {
  console.log(`No external test exists yet: ${FOLDER}/ holds none, so nothing was tried.`)
} else {
  const failed = []
  for (const file of files) {
    console.log(`\n━━ ${file}`)
    if ((await run(process.execPath, [`${FOLDER}/${file}`])) !== 0) failed.push(file)
  }
  if (failed.length > 0) process.exitCode = 1
  console.log(`\n${files.length - failed.length} passed, ${failed.length} failed`)
}
