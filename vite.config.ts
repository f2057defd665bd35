import { sveltekit } from '@sveltejs/kit/vite'
import { defineConfig } from 'vitest/config'

/** Modules of a few hundred bytes, and what nearly every page says with them. What only some pages show stays with those. */
const SMALL_ROOMS =
  /src\/lib\/(domain|charts\/(?!BarTrack|SelectLink)|ui\/(?!Button|(table|field|later)\.css)|site\.ts|address\.ts|figures\/(sources|table|figure)\.ts|figures\/frame\/(words|bars|entry)\.ts)|@lucide/

export default defineConfig(({ mode }) => ({
  plugins: [sveltekit()],
  // A worker must be a file of its own address: the CSP refuses blob: and data: workers.
  build: {
    assetsInlineLimit: 0,
    target: 'es2022',
    // MapLibre is one chunk of a megabyte, asked for late; what a first view weighs is tested on its own.
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      checks: { bundlerTimings: false },
      // What four pages or more share of the small rooms is one chunk, not twenty of a few hundred bytes: 19 requests
      // and 7 kB less on the dashboard, 18 and 7 kB on the page of a figure (each tiny file is compressed alone).
      output: { codeSplitting: { groups: [{ name: 'shared', test: SMALL_ROOMS, minShareCount: 4 }] } }
    }
  },
  worker: { format: 'es' },
  test: {
    include: ['src/**/*.test.ts', 'data/**/*.test.ts', 'scripts/**/*.test.ts'],
    environment: 'node',
    setupFiles: ['scripts/vitest-setup.ts'],
    // `npm run test:coverage`: rooms whose every branch has a test that asserts.
    coverage: {
      include: ['src/lib/{domain,query,csv}/**/*.ts'],
      exclude: ['**/*.test.ts', 'src/lib/csv/encode-fixture.ts', 'src/lib/domain/hide.ts'],
      reporter: ['text-summary', ['json', { file: 'coverage.json' }]],
      reportsDirectory: '.cache/reports/coverage',
      thresholds: {
        'src/lib/domain/**': { branches: 95 },
        'src/lib/query/**': { branches: 95 },
        'src/lib/csv/**': { branches: 95 }
      }
    },
    // `npm run test:long` asks the same properties many more times.
    ...(mode === 'long' ? { env: { FC_RUNS: '3000' }, testTimeout: 300_000 } : { testTimeout: 20_000 })
  }
}))
