// What makes any browser test fail, whatever it looks at? A foreign request, an error, a broken security policy.
import { test as base, expect, type BrowserContext } from '@playwright/test'

export { expect }

export interface Options {
  /** What the reader's system says of movement. */
  motion: 'reduce' | 'no-preference'
}

interface Guard {
  /** For a test that injects a fault: problems that match are expected. */
  allow: (pattern: RegExp) => void
  /** For a test that opens a context of its own: watches it as the first one is. */
  watch: (context: BrowserContext) => Promise<void>
}

/** Addresses that never leave the machine. */
const OURS = /^(blob:|data:|about:|https?:\/\/(localhost|127\.0\.0\.1)(:\d+)?(\/|$))/

async function record(context: BrowserContext, problems: string[]): Promise<void> {
  // On the context, so that the requests of workers and of other pages count.
  context.on('request', (request) => {
    if (!OURS.test(request.url())) problems.push(`foreign request: ${request.url()}`)
  })
  context.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()} (${message.location().url})`)
  })
  context.on('weberror', (error) => {
    problems.push(`page error: ${error.error().stack ?? String(error.error())}`)
  })
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      console.error(`CSP: ${event.violatedDirective} refused ${event.blockedURI || 'inline'} ${event.sample}`)
    })
  })
}

export const test = base.extend<Options & Guard & { problems: string[]; allowed: RegExp[] }>({
  motion: ['reduce', { option: true }],
  contextOptions: async ({ contextOptions, motion }, use) => {
    await use({ ...contextOptions, reducedMotion: motion })
  },
  allowed: async ({}, use) => {
    await use([])
  },
  problems: [
    async ({ context, allowed }, use) => {
      const problems: string[] = []
      await record(context, problems)
      await use(problems)
      const unexpected = problems.filter((problem) => !allowed.some((pattern) => pattern.test(problem)))
      expect(unexpected, 'foreign requests, errors and policy violations').toEqual([])
    },
    { auto: true }
  ],
  allow: async ({ allowed }, use) => {
    await use((pattern) => {
      allowed.push(pattern)
    })
  },
  watch: async ({ problems }, use) => {
    await use((context) => record(context, problems))
  }
})
