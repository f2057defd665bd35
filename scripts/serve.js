// How is the built site put on an address of this machine? PORT, HOST, BASE_PATH and BUILD_DIR are read.
import { existsSync } from 'node:fs'
import { basePath, buildFolder } from './build.js'
import { command, Failure } from './run.js'
import { startServer } from './server.js'

const DEFAULT_PORT = 4173

/** @returns {number} @throws Failure */
function port() {
  const asked = process.env.PORT ?? ''
  if (asked === '') return DEFAULT_PORT
  if (!/^\d{1,5}$/.test(asked) || Number(asked) > 65_535)
    throw new Failure(`PORT=${asked} is not a port number.`)
  return Number(asked)
}

await command(async () => {
  const folder = buildFolder()
  if (!existsSync(folder))
    throw new Failure(`There is no ${folder}/ to serve yet: run npm run build, or npm start.`)
  const asked = port()
  try {
    const { address } = await startServer({ folder, base: basePath(), port: asked, host: process.env.HOST })
    console.log(`\nOptima en chiffres: ${address}\nCtrl+C stops it.`)
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error)
    if (code === 'EADDRINUSE') {
      throw new Failure(
        `Port ${asked} is already in use. Stop what uses it, or choose another one: PORT=${asked + 1} npm start`
      )
    }
    if (code === 'EACCES') throw new Failure(`Port ${asked} needs more rights: choose one above 1023.`)
    throw error
  }
})
