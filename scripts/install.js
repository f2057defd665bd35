// Is everything that the lockfile names installed, and by a Node.js that can run it?
import { isInstalled } from './freshness.js'
import { Failure, run, step } from './run.js'

const OLDEST = [20, 19]

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [oldMajor = 0, oldMinor = 0] = OLDEST
  if (major < oldMajor || (major === oldMajor && minor < oldMinor)) {
    throw new Failure(`Node.js ${OLDEST.join('.')} or newer is needed; this is ${process.versions.node}.`)
  }
}

/** Installs the packages when they are missing or not those of the lockfile. @throws Failure */
export async function install() {
  checkNode()
  if (isInstalled()) return
  await step('Installing the packages of package-lock.json, about a minute', async () => {
    // The tools that build are development dependencies: NODE_ENV=production must not leave them out.
    const code = await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'])
    if (code !== 0) throw new Failure('npm ci failed: see above. Is the network reachable?')
  })
}
