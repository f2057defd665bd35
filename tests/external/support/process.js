// How does an external test start other people's servers on loopback, and leave none of them running?
import { spawn } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Failure } from '../../../scripts/run.js'

const FIRST_PORT = 4330
const LAST_PORT = 4339

/** @typedef {{ alive: () => boolean, ended: Promise<unknown>, stop: () => Promise<void>, log: () => string }} Service */

/** @type {Set<number>} */
const running = new Set()
/** @type {string[]} */
const folders = []

/** The workers that a server forks are in its group. @param {number} group @param {NodeJS.Signals} signal */
function signalGroup(group, signal) {
  // Group 0 would be our own.
  if (group === 0) return
  try {
    process.kill(-group, signal)
  } catch {
    // All of them have ended.
  }
}
process.on('exit', () => {
  for (const group of running) signalGroup(group, 'SIGKILL')
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.once(signal, () => process.exit(130))

/** A folder that goes when this program ends, however it ends. @param {string} name */
export function temporaryFolder(name) {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`))
  folders.push(folder)
  return folder
}

let next = FIRST_PORT

/**
 * A port of loopback that nothing listens on, each one given once.
 * @returns {Promise<number>}
 */
export async function freePort() {
  while (next <= LAST_PORT) {
    const port = next
    next += 1
    const free = await new Promise((done) => {
      const probe = createServer()
      probe.once('error', () => done(false))
      probe.listen(port, '127.0.0.1', () => probe.close(() => done(true)))
    })
    if (free) return port
  }
  throw new Failure(`No port is free from ${FIRST_PORT} to ${LAST_PORT}.`)
}

/**
 * Starts a program that serves until it is stopped; what it says goes to a file.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ log: string, env?: Record<string, string> }} options
 * @returns {Service}
 */
export function startProcess(command, args, { log, env = {} }) {
  const output = openSync(log, 'a')
  const child = spawn(command, args, {
    stdio: ['ignore', output, output],
    env: { ...process.env, ...env },
    detached: true
  })
  closeSync(output)
  const group = child.pid ?? 0
  if (group > 0) running.add(group)
  const ended = new Promise((done) => {
    child.once('error', done)
    child.once('close', done)
  }).then(() => {
    signalGroup(group, 'SIGKILL')
    running.delete(group)
  })
  return {
    alive: () => running.has(group),
    ended,
    log: () => readFileSync(log, 'utf8'),
    stop: async () => {
      if (running.has(group)) signalGroup(group, 'SIGTERM')
      const late = setTimeout(() => signalGroup(group, 'SIGKILL'), 15_000)
      await ended
      clearTimeout(late)
    }
  }
}

/**
 * Asks until the answer is true; gives up with the log of the program that should have answered.
 * @param {string} what
 * @param {Service} service
 * @param {() => Promise<boolean>} ready
 */
export async function waitFor(what, service, ready) {
  for (const end = Date.now() + 60_000; service.alive() && Date.now() < end;) {
    if (await ready().catch(() => false)) return
    await new Promise((done) => setTimeout(done, 200))
  }
  throw new Failure(`${what} does not answer:\n${service.log().slice(-2000)}`)
}

/** @param {string} url */
export const answers = async (url) => (await fetch(url, { redirect: 'manual' })).status < 500
