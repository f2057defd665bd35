import { ESLint } from 'eslint'
import ts from 'typescript-eslint'
import { describe, expect, it } from 'vitest'

// The configuration of the project, without the types: the files of these examples do not exist.
const eslint = new ESLint({
  overrideConfigFile: 'eslint.config.js',
  overrideConfig: [
    {
      ...ts.configs.disableTypeChecked,
      languageOptions: { parserOptions: { projectService: false, program: null } }
    }
  ]
})

const RULES = ['@typescript-eslint/no-restricted-imports', 'no-restricted-syntax']

/** Messages of the two rules of the house on one line of code at this place. */
async function refusals(filePath: string, code: string): Promise<string[]> {
  const text = filePath.endsWith('.svelte') ? `<script lang="ts">\n${code}\n</script>\n` : `${code}\n`
  const [result] = await eslint.lintText(text, { filePath })
  const messages = result?.messages ?? []
  const broken = messages.filter(
    (message) => message.fatal === true || message.message.startsWith('File ignored')
  )
  expect(broken, `${filePath}: ${code}`).toEqual([])
  return messages.filter((message) => RULES.includes(message.ruleId ?? '')).map((message) => message.message)
}

const rooms = {
  domain: { allowed: [], forbidden: ['query', 'engine', 'csv', 'state', 'charts', 'map', 'ui', 'figures'] },
  query: { allowed: ['domain'], forbidden: ['engine', 'csv', 'state', 'charts', 'map', 'ui', 'figures'] },
  engine: { allowed: ['domain'], forbidden: ['query', 'csv', 'state', 'charts', 'map', 'ui', 'figures'] },
  csv: { allowed: ['domain'], forbidden: ['query', 'engine', 'state', 'charts', 'map', 'ui', 'figures'] },
  state: { allowed: ['engine', 'query', 'csv', 'domain'], forbidden: ['charts', 'map', 'ui', 'figures'] },
  charts: { allowed: ['domain'], forbidden: ['query', 'engine', 'csv', 'state', 'map', 'ui', 'figures'] },
  map: { allowed: ['domain'], forbidden: ['query', 'engine', 'csv', 'state', 'charts', 'ui', 'figures'] },
  ui: { allowed: ['domain'], forbidden: ['query', 'engine', 'csv', 'state', 'charts', 'map', 'figures'] },
  help: { allowed: ['ui', 'domain'], forbidden: ['figures', 'state', 'places'] },
  offline: { allowed: [], forbidden: ['domain', 'ui', 'state', 'figures'] },
  figures: {
    allowed: ['state', 'engine', 'query', 'csv', 'domain', 'charts', 'map', 'ui'],
    forbidden: ['compare']
  },
  own: {
    allowed: ['figures', 'state', 'engine', 'query', 'csv', 'domain', 'charts', 'map', 'ui'],
    forbidden: ['places', 'compare', 'imports']
  },
  imports: {
    allowed: ['own', 'figures', 'state', 'engine', 'query', 'csv', 'domain', 'charts', 'map', 'ui'],
    forbidden: ['places', 'compare']
  },
  compare: {
    allowed: ['figures', 'state', 'engine', 'query', 'csv', 'domain', 'charts', 'map', 'ui'],
    forbidden: ['places']
  },
  story: {
    allowed: ['places', 'figures', 'query', 'engine', 'charts', 'map', 'ui', 'domain'],
    forbidden: ['state', 'csv', 'compare', 'embed', 'imports']
  }
}

describe.each(Object.entries(rooms))('src/lib/%s', (room, { allowed, forbidden }) => {
  it.each(forbidden)('may not import %s, statically, late, as a type or by $lib', async (other) => {
    const here = `src/lib/${room}/example.ts`
    for (const code of [
      `import { x } from '../${other}/x.ts'\nexport const y = x`,
      `import { x } from '$lib/${other}/x.ts'\nexport const y = x`,
      `export { x } from '../${other}/x.ts'`,
      `import type { X } from '../${other}/x.ts'\nexport type Y = X`,
      `export const x = () => import('../${other}/x.ts')`
    ]) {
      expect(await refusals(here, code), code).not.toEqual([])
    }
    const deep = `import { x } from '../../${other}/x.ts'\nexport const y = x`
    expect(await refusals(`src/lib/${room}/deep/example.ts`, deep)).not.toEqual([])
    const component = `import X from '../${other}/X.svelte'`
    expect(await refusals(`src/lib/${room}/Example.svelte`, component)).not.toEqual([])
  })

  it.each([...allowed, room])('may import %s', async (other) => {
    const code = `import { x } from '../${other}/x.ts'\nexport const y = () => [x, import('../${other}/x.ts')]`
    expect(await refusals(`src/lib/${room}/example.ts`, code)).toEqual([])
    expect(await refusals(`src/lib/${room}/Example.svelte`, `import { x } from '../${other}/x.ts'`)).toEqual(
      []
    )
  })

  it.each(['../../routes/x.ts', '../../../data/pipeline/x.ts', '../../../scripts/x.js'])(
    'knows nothing of %s',
    async (path) => {
      expect(await refusals(`src/lib/${room}/example.ts`, `import '${path}'`)).toHaveLength(1)
    }
  )
})

describe('other places', () => {
  it.each([
    [
      'src/lib/query/x.ts',
      `import type { Question } from '../engine/engine.ts'\nexport type Q = Question`,
      true
    ],
    [
      'src/lib/query/x.ts',
      `import { Question } from '../engine/engine.ts'\nexport const q = Question`,
      false
    ],
    ['src/lib/query/x.ts', `import type { X } from '../engine/wasm.ts'\nexport type Y = X`, false],
    ['src/routes/(site)/+page.svelte', `import X from '../lib/figures/X.svelte'`, true],
    ['src/routes/(site)/+page.svelte', `import X from '$lib/ui/X.svelte'`, true],
    ['src/routes/(site)/+page.ts', `import { x } from '../lib/engine/native.ts'\nexport const y = x`, false],
    [
      'src/routes/(site)/+page.server.ts',
      `import { x } from '../lib/engine/native.ts'\nexport const y = x`,
      true
    ],
    ['src/lib/state/x.svelte.ts', `import { x } from '../engine/native.ts'\nexport const y = x`, false],
    ['data/pipeline/x.ts', `import { x } from '../../src/lib/engine/native.ts'\nexport const y = x`, true],
    ['data/pipeline/x.ts', `import { x } from '../../src/lib/query/x.ts'\nexport const y = x`, true],
    ['data/pipeline/x.ts', `import { x } from '../../src/lib/csv/x.ts'\nexport const y = x`, true],
    ['data/pipeline/x.ts', `import { x } from '../../src/lib/domain/x.ts'\nexport const y = x`, true],
    ['data/pipeline/x.ts', `import { x } from '../../src/lib/engine/wasm.ts'\nexport const y = x`, false],
    ['data/pipeline/x.ts', `import { x } from '../../src/lib/state/x.ts'\nexport const y = x`, false],
    ['data/pipeline/x.ts', `import { x } from '../../src/lib/figures/x.ts'\nexport const y = x`, false],
    ['data/pipeline/x.ts', `import { x } from '../../src/lib/map/x.ts'\nexport const y = x`, false],
    ['data/pipeline/x.ts', `import { x } from '../../src/routes/x.ts'\nexport const y = x`, false],
    ['src/lib/query/x.test.ts', `import { x } from '../engine/native.ts'\nexport const y = x`, true],
    ['src/lib/query/x.test.ts', `import { x } from 'd3-selection'\nexport const y = x`, false]
  ])('%s: %s', async (place, code, allowed) => {
    expect((await refusals(place, code)).length === 0).toBe(allowed)
  })
})

describe('libraries', () => {
  const use = (name: string) => `import { x } from '${name}'\nexport const y = x`
  const type = (name: string) => `import type { X } from '${name}'\nexport type Y = X`
  const late = (name: string) => `export const x = () => import('${name}')`

  it.each([
    ['src/lib/engine/wasm.ts', late('@duckdb/duckdb-wasm'), true],
    ['src/lib/engine/wasm.ts', use('@duckdb/duckdb-wasm'), false],
    ['src/lib/engine/wasm.ts', use('apache-arrow'), false],
    [
      'src/lib/engine/wasm.ts',
      `import url from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url'\nexport const y = url`,
      true
    ],
    ['src/lib/engine/download.ts', late('@duckdb/duckdb-wasm'), false],
    ['src/lib/engine/wasm-session.ts', type('@duckdb/duckdb-wasm'), true],
    ['src/lib/engine/native.ts', use('@duckdb/duckdb-wasm'), false],
    ['src/lib/state/dataset.svelte.ts', use('apache-arrow'), false],
    ['src/lib/engine/native.ts', use('@duckdb/node-api'), true],
    ['src/lib/engine/wasm.ts', use('@duckdb/node-api'), false],
    ['data/pipeline/run.ts', use('@duckdb/node-api'), false],
    ['src/lib/map/Map.svelte', late('maplibre-gl'), true],
    ['src/lib/map/Map.svelte', use('maplibre-gl'), false],
    ['src/lib/map/Map.svelte', `import 'maplibre-gl/dist/maplibre-gl.css'`, true],
    ['src/lib/map/layers.ts', late('maplibre-gl'), false],
    ['src/lib/map/layers.ts', use('maplibre-gl'), false],
    ['src/lib/map/layers.ts', type('maplibre-gl'), true],
    ['src/lib/figures/X.svelte', late('maplibre-gl'), false],
    ['src/lib/csv/read.ts', use('papaparse'), true],
    ['src/lib/csv/read.ts', use('d3-array'), false],
    ['src/lib/state/x.ts', use('papaparse'), false],
    ['data/pipeline/x.ts', use('papaparse'), false],
    ['src/lib/charts/band.ts', use('d3-scale'), true],
    ['src/lib/charts/Band.svelte', use('d3-scale'), false],
    ['src/lib/map/colour.ts', use('d3-scale'), true],
    ['src/lib/map/layers.ts', use('d3-scale'), false],
    ['src/lib/domain/format.ts', use('d3-format'), true],
    ['src/lib/domain/rows.ts', use('d3-array'), false],
    ['src/lib/figures/produit/produit.ts', use('d3-array'), false],
    ['src/lib/charts/band.ts', use('d3-selection'), false],
    ['src/lib/charts/band.ts', late('d3-transition'), false],
    ['src/lib/charts/band.ts', use('d3'), false],
    ['src/lib/charts/band.ts', use('d3-brush'), false],
    ['src/lib/charts/band.ts', use('d3-zoom'), false],
    ['src/lib/charts/band.ts', use('d3-axis'), false],
    ['src/routes/(site)/+page.ts', use('$app/navigation'), true],
    ['src/lib/state/url.ts', use('$app/navigation'), true],
    ['src/lib/state/dashboard.svelte.ts', use('$app/navigation'), false],
    ['src/lib/ui/Header.svelte', use('$app/state'), false],
    ['src/lib/ui/Header.svelte', use('$app/paths'), true],
    ['src/lib/domain/x.ts', use('$app/paths'), true],
    ['src/lib/ui/Header.svelte', type('$app/types'), true]
  ])('%s: %s', async (place, code, allowed) => {
    expect((await refusals(place, code)).length === 0).toBe(allowed)
  })
})
