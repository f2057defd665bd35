// How are the browser tests run? On the production build, by our own server, in one Chromium.
import { defineConfig, devices } from '@playwright/test'
import { findBrowser } from './scripts/browser.js'
import type { Options } from './tests/e2e/support/test.ts'

const port = Number(process.env.E2E_PORT ?? 4183)
const browser = await findBrowser()

export default defineConfig<Options>({
  testDir: 'tests',
  // What is long is asked with FULL=1: `npm run test:long`.
  testMatch: ['e2e/*.spec.ts', 'faults/*.spec.ts', ...(process.env.FULL === '1' ? ['long/*.spec.ts'] : [])],
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  workers: 2,
  retries: 0,
  timeout: 30_000,
  reporter: [['list'], ['json', { outputFile: '.cache/reports/e2e.json' }]],
  use: {
    baseURL: `http://localhost:${port}`,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    motion: 'reduce',
    // Faults are put in by routing, which sees nothing of what a worker asks for: offline.spec.ts lets it in.
    serviceWorkers: 'block',
    // A trace of every test is a seventh of their time: asked for when one fails.
    trace: process.env.TRACE === '1' ? 'retain-on-failure' : 'off',
    launchOptions: {
      ...(browser === null ? {} : { executablePath: browser.path }),
      args: [
        // No name but ours resolves: a foreign request fails here even where no event tells of it.
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
        // The page of somebody else that frames an embed is answered by its test; a public page may not ask a loopback.
        '--disable-features=LocalNetworkAccessChecks',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--use-angle=swiftshader',
        // WebGL in software, and pages drawn without it: a map drawn through it held its page for seconds.
        '--disable-gpu-rasterization',
        '--enable-unsafe-swiftshader',
        // Chromium refuses its sandbox to root, and only to root.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])
      ]
    }
  },
  projects: [
    { name: 'chromium', use: { ...devices['Desktop Chrome'], viewport: { width: 1280, height: 800 } } }
  ],
  webServer: {
    command: 'node scripts/serve.js',
    url: `http://localhost:${port}/favicon.svg`,
    env: { PORT: String(port) },
    reuseExistingServer: false,
    stdout: 'ignore',
    timeout: 10_000
  }
})
