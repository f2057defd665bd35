// Which tests judge the mutants of a room? Its own: each must say what it does without leaning on those above it.
import { fileURLToPath } from 'node:url'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The first test that fails ends a mutant: the slowest come last. */
const SLOW = ['place-search', 'record-reader', 'secrecy', 'corpus', 'questions', 'cube']

class SlowLast extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number =>
      SLOW.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`))
    return Promise.resolve(files.toSorted((a, b) => rank(a) - rank(b)))
  }
}

export default defineConfig({
  // Runes of the modules that tests of the rooms import.
  plugins: [svelte({ configFile: false })],
  resolve: {
    alias: [
      {
        find: /.*\/engine\/wasm-node\.ts$/,
        replacement: fileURLToPath(new URL('native-for-wasm.ts', import.meta.url))
      }
    ]
  },
  test: {
    include: [
      `src/lib/${process.env.ROOM ?? '{domain,csv,query}'}/**/*.test.ts`,
      // The SQL of a visitor's file has its tests where the file is read.
      ...(process.env.ROOM === 'query' ? ['src/lib/own/{parquet,own-file}.test.ts'] : [])
    ],
    // Ten thousand mangled files judge the reader as a whole, in `npm run test:long`; here they would take a day.
    exclude: ['src/lib/csv/fuzz.test.ts'],
    environment: 'node',
    env: { FC_RUNS: '5', ENGINES: 'one' },
    setupFiles: ['scripts/vitest-setup.ts'],
    sequence: { sequencer: SlowLast },
    testTimeout: 180_000
  }
})
