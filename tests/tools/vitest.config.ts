// Which tests judge the mutants? Those of the rooms that are mutated.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/lib/{domain,csv,query}/**/*.test.ts'],
    // Ten thousand mangled files judge the reader as a whole, in `npm run test:long`; here they would take a day.
    exclude: ['src/lib/csv/fuzz.test.ts'],
    environment: 'node',
    env: { FC_RUNS: '20' },
    setupFiles: ['scripts/vitest-setup.ts'],
    testTimeout: 180_000
  }
})
