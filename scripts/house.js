// Who may import whom? The table of docs/architecture.md, as ESLint rules: one complete block for each kind of file.

/**
 * A room may import the rooms that the arrows reach from it, and itself.
 * @type {Record<string, readonly string[]>}
 */
const reach = {
  domain: [],
  query: ['domain'],
  engine: ['domain'],
  csv: ['domain'],
  state: ['engine', 'query', 'csv', 'domain'],
  charts: ['domain'],
  map: ['domain'],
  ui: ['domain'],
  offline: [],
  help: ['ui', 'domain'],
  places: ['figures', 'state', 'engine', 'query', 'csv', 'charts', 'map', 'ui', 'domain'],
  compare: ['figures', 'state', 'engine', 'query', 'csv', 'charts', 'map', 'ui', 'domain'],
  embed: ['places', 'figures', 'state', 'engine', 'query', 'csv', 'charts', 'map', 'ui', 'domain'],
  own: ['figures', 'state', 'engine', 'query', 'csv', 'charts', 'map', 'ui', 'domain'],
  imports: ['own', 'figures', 'state', 'engine', 'query', 'csv', 'charts', 'map', 'ui', 'domain'],
  explore: ['figures', 'state', 'engine', 'query', 'csv', 'charts', 'map', 'ui', 'domain'],
  story: ['places', 'figures', 'query', 'engine', 'charts', 'map', 'ui', 'domain'],
  figures: ['state', 'engine', 'query', 'csv', 'charts', 'map', 'ui', 'domain']
}
const rooms = Object.keys(reach)

/** @typedef {'duckdb-wasm' | 'duckdb-native' | 'maplibre' | 'papaparse' | 'd3' | 'app'} Library */
/** @typedef {{ regex: string, message: string, allowTypeImports?: boolean, dynamic?: boolean }} Ban */

/**
 * What is said of each library outside of the files that may have it. Types are free everywhere: they are erased.
 * @type {Record<Library, Ban>}
 */
const libraries = {
  'duckdb-wasm': {
    regex: '^(@duckdb/duckdb-wasm|apache-arrow)(/|$)',
    message: 'DuckDB-WASM and Arrow live in engine/wasm.ts, by await import(): plain rows come out.'
  },
  'duckdb-native': {
    regex: '^@duckdb/node-(api|bindings)(/|$)',
    message:
      'Native DuckDB lives in engine/native.ts, and in engine/parquet.ts and workbench.ts that write with it.'
  },
  maplibre: {
    regex: '^maplibre-gl(/|$)',
    message: 'MapLibre lives in map/Map.svelte or its attachment, by await import().'
  },
  papaparse: { regex: '^papaparse(/|$)', message: 'PapaParse lives in csv/.' },
  d3: {
    regex: '^d3-(?!(selection|axis|brush|zoom|transition|drag)(/|$))',
    message: 'D3 computes in charts/*.ts, map/colour.ts and domain/format.ts.'
  },
  app: {
    regex: '^\\$app/(?!paths(/|$))',
    message: '$app/* is for routes/ and state/url.ts; $app/paths is free everywhere.'
  }
}

/** @type {Ban} */
const domLibraries = {
  regex: '^(d3|d3-(selection|axis|brush|zoom|transition|drag))(/|$)',
  message: 'Svelte owns the DOM: D3 only computes, by its submodules.',
  allowTypeImports: false
}

// These two may be imported by await import() alone: a static import would put them in the first chunk and break
// the prerendering. The address of a file of theirs (?url) and their stylesheets are no code.
const lateWasm = {
  ...libraries['duckdb-wasm'],
  regex: '^(@duckdb/duckdb-wasm|apache-arrow)(/|$)(?!.*\\?url$)'
}
const lateMap = { ...libraries.maplibre, regex: '^maplibre-gl(/|$)(?!.*(\\?url|\\.css)$)' }

/**
 * @param {string} tail regular expression of what follows `$lib/` or the dots of a relative path
 * @param {string} message
 * @returns {Ban}
 */
const banOurs = (tail, message) => ({
  regex: `^(\\$lib/|(\\.\\./)+(src/)?(lib/)?)${tail}`,
  message,
  allowTypeImports: false
})

/** @param {readonly string[]} names @param {string} message */
const banRooms = (names, message) => banOurs(`(${names.join('|')})(/|$)`, message)

const banNative = banOurs(
  'engine/(native|parquet|wasm-node|workbench)(\\.|$)',
  'The native engine never reaches the browser: import it in *.server.ts.'
)

const banUpward = {
  regex: '^(\\.\\./)+(src/)?(routes|scripts|tests|data/pipeline)/',
  message: 'src/lib knows nothing of the pages, scripts, tests and pipeline that use it.',
  allowTypeImports: false
}

/**
 * @param {readonly Library[]} free
 * @returns {Ban[]}
 */
const bansOn = (free) =>
  /** @type {Library[]} */ (Object.keys(libraries))
    .filter((name) => !free.includes(name))
    .map((name) => libraries[name])

/**
 * One block: the bans on static imports, and the same on `import()`.
 * @param {string} name
 * @param {string[]} files
 * @param {Ban[]} bans
 * @returns {import('eslint').Linter.Config}
 */
function block(name, files, bans) {
  return {
    name: `house/${name}`,
    files,
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: bans.map(({ regex, message, allowTypeImports = true }) => ({
            regex,
            message,
            allowTypeImports,
            caseSensitive: true
          }))
        }
      ],
      'no-restricted-syntax': [
        'error',
        ...bans
          .filter((ban) => ban.dynamic !== false)
          .map(({ regex, message }) => ({
            // The selector language ends a regular expression at its first slash.
            selector: `ImportExpression[source.value=/${regex.replaceAll('/', '\\u002F')}/]`,
            message
          }))
      ]
    }
  }
}

/**
 * @param {string} room
 * @returns {Ban[]}
 */
function roomBans(room) {
  const allowed = reach[room] ?? []
  const others = rooms.filter((name) => name !== room && !allowed.includes(name))
  const words = allowed.length === 0 ? 'nothing of ours' : `${allowed.join(', ')} alone`
  /** @type {Ban[]} */
  const bans = [banUpward]
  if (room === 'query') {
    // A question is the type that the interface of the engine takes: erased, so still no dependence on an engine.
    const rest = others.filter((name) => name !== 'engine')
    bans.push(banRooms(rest, `${room}/ imports ${words}.`))
    bans.push(
      banOurs('engine/(?!engine\\.ts$)', `${room}/ imports ${words}, and the types of engine/engine.ts.`)
    )
    bans.push({ ...banOurs('engine/engine\\.ts$', `${room}/ takes types alone.`), allowTypeImports: true })
  } else if (others.length > 0) {
    bans.push(banRooms(others, `${room}/ imports ${words}.`))
  }
  return room === 'engine' ? bans : [...bans, banNative]
}

/** @param {string} room @param {readonly Library[]} free @param {Ban[]} more */
const inRoom = (room, free = [], more = []) => [...roomBans(room), domLibraries, ...bansOn(free), ...more]

/** For files that match several blocks the last one holds: from the general to the particular. */
export const house = [
  ...rooms.map((room) => block(room, [`src/lib/${room}/**/*.{ts,js,svelte}`], inRoom(room))),
  block('csv', ['src/lib/csv/**/*.{ts,js,svelte}'], inRoom('csv', ['papaparse'])),
  block('charts-geometry', ['src/lib/charts/**/*.{ts,js}'], inRoom('charts', ['d3'])),
  block('map-colour', ['src/lib/map/colour.ts'], inRoom('map', ['d3'])),
  block('domain-format', ['src/lib/domain/format.ts'], inRoom('domain', ['d3'])),
  block('state-url', ['src/lib/state/url.ts'], inRoom('state', ['app'])),
  block(
    'engine-native',
    ['src/lib/engine/{native,parquet,workbench}.ts'],
    inRoom('engine', ['duckdb-native'])
  ),
  // The entry of the worker is DuckDB's: it is a file of its own, loaded when wasm.ts starts it.
  block('engine-worker', ['src/lib/engine/duckdb.worker.ts'], inRoom('engine', ['duckdb-wasm'])),
  block(
    'engine-wasm',
    ['src/lib/engine/wasm.ts'],
    inRoom('engine', ['duckdb-wasm'], [{ ...lateWasm, dynamic: false }])
  ),
  block(
    'map-view',
    ['src/lib/map/Map.svelte', 'src/lib/map/attach-map.ts'],
    inRoom('map', ['maplibre'], [{ ...lateMap, dynamic: false }])
  ),
  block('routes', ['src/routes/**/*.{ts,js,svelte}'], [banNative, domLibraries, ...bansOn(['app'])]),
  block('routes-server', ['src/routes/**/*server.ts'], [domLibraries, ...bansOn(['app'])]),
  block(
    'pipeline',
    ['data/pipeline/**/*.ts'],
    [
      banOurs(
        '((state|figures|charts|map|ui|routes)/|engine/wasm)',
        'data/pipeline imports query, engine/native, csv and domain alone.'
      ),
      domLibraries,
      ...bansOn([])
    ]
  ),
  // A unit test may set a module beside its neighbours and both engines; the D3 that touches the DOM stays out.
  block('tests', ['**/*.test.ts', 'tests/**/*.{ts,js}', 'scripts/**/*.{ts,js}'], [domLibraries])
]
