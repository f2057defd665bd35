import { sveltekit } from '@sveltejs/kit/vite'
import { defineConfig } from 'vitest/config'

export default defineConfig(({ mode }) => ({
  plugins: [sveltekit()],
  // A worker must be a file of its own address: the CSP refuses blob: and data: workers.
  build: {
    assetsInlineLimit: 0,
    target: 'es2022',
    // MapLibre is one chunk of a megabyte, asked for late; what a first view weighs is tested on its own.
    chunkSizeWarningLimit: 1200,
    rolldownOptions: { checks: { bundlerTimings: false } }
  },
  worker: { format: 'es' },
  test: {
    include: ['src/**/*.test.ts', 'data/**/*.test.ts', 'scripts/**/*.test.ts'],
    environment: 'node',
    setupFiles: ['scripts/vitest-setup.ts'],
    // `npm run test:long` asks the same properties many more times.
    ...(mode === 'long' ? { env: { FC_RUNS: '3000' }, testTimeout: 300_000 } : { testTimeout: 20_000 })
  }
}))
