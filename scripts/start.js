// From a fresh clone to the site on an address: what is missing or stale, nothing more?
//
// Nothing may be installed yet: only modules of Node.js are imported before the installation.
import { install } from './install.js'
import { command } from './run.js'

await command(async () => {
  await install()
  const { buildSite } = await import('./build.js')
  await buildSite({ ifStale: true })
  await import('./serve.js')
})
