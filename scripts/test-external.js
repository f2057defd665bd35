// Do other people's programs (WordPress, nginx, Apache, LibreOffice) take what the site makes? Runs tests/external/*.js.
//
// Usage: node scripts/test-external.js [name]… where only some are wanted.
import { existsSync, readdirSync } from 'node:fs'
import { run } from './run.js'

const FOLDER = 'tests/external'
const names = process.argv.slice(2)
const files = existsSync(FOLDER)
  ? readdirSync(FOLDER)
      .filter((name) => name.endsWith('.js'))
      .filter((name) => names.length === 0 || names.includes(name.replace(/\.js$/, '')))
      .sort()
  : []

if (files.length === 0) {
  console.log(`${FOLDER}/ holds no such test, so nothing was tried.`)
} else {
  const failed = []
  for (const file of files) {
    console.log(`\n━━ ${file}`)
    if ((await run(process.execPath, [`${FOLDER}/${file}`])) !== 0) failed.push(file)
  }
  if (failed.length > 0) process.exitCode = 1
  console.log(`\n${files.length - failed.length} passed, ${failed.length} failed`)
}
