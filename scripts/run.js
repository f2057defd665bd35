// How is another program run, so that a reader of the terminal sees that it lives?
import { spawn } from 'node:child_process'
import { join } from 'node:path'

const windows = process.platform === 'win32'

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string | undefined>, quiet?: boolean, cwd?: string }} [options] quiet: output is dropped
 * @returns {Promise<number>} its exit code; 127 when it cannot be started, 130 when it was stopped by a signal
 */
export function run(command, args, { env = {}, quiet = false, cwd = '.' } = {}) {
  return new Promise((done) => {
    // On Windows npm and the tools in node_modules/.bin are scripts of the shell.
    const child = spawn(command, args, {
      stdio: quiet ? 'ignore' : ['ignore', 'inherit', 'inherit'],
      cwd,
      env: { ...process.env, ...env },
      shell: windows
    })
    child.once('error', (error) => {
      if (!quiet) console.error(`${command}: ${error.message}`)
      done(127)
    })
    child.once('close', (code) => {
      done(code ?? 130)
    })
  })
}

/**
 * A tool that a package of ours installs.
 * @param {string} name
 */
export function tool(name) {
  return join('node_modules', '.bin', name)
}

/**
 * Runs a long step under a title, with a sign of life every ten seconds and its duration at the end.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const start = Date.now()
  const seconds = () => `${Math.round((Date.now() - start) / 1000)} s`
  console.log(`\n▸ ${title}…`)
  const pulse = setInterval(() => {
    console.log(`  … ${title}: ${seconds()}`)
  }, 10_000)
  try {
    return await work()
  } finally {
    clearInterval(pulse)
    console.log(`  ${title}: ${seconds()}`)
  }
}

/** A failure whose message says all: no stack is shown. */
export class Failure extends Error {}

/**
 * Runs the body of a command; a Failure ends it with its message alone.
 * @param {() => Promise<void>} main
 */
export async function command(main) {
  try {
    await main()
  } catch (error) {
    console.error(error instanceof Failure ? `\n${error.message}` : error)
    process.exitCode = 1
  }
}
