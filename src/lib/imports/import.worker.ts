// The worker that reads a visitor's file: a module of its own address, which the CSP lets in, and no network.

import * as v from 'valibot'
import { ImportSession } from './import-session.ts'
import { request } from './messages.ts'

const session = new ImportSession((reply) => postMessage(reply))

onmessage = ({ data }: MessageEvent<unknown>): void => {
  const parsed = v.safeParse(request, data)
  // A message of another version of the site, or a forged one, has no number to answer to.
  if (parsed.success) void session.handle(parsed.output)
}
