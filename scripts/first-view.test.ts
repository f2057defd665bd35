// Does a page paint from one file, start later with the very data it had, and allow no more than before?

import { createHash } from 'node:crypto'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { firstView } from './first-view.js'

const LATE = 'b.svelte-late{left:0}'
/** Long enough to be worth reading from the page. */
const LAND = `m218 291${'-25 6'.repeat(400)}z`
const files: Record<string, string> = {
  '/b/_app/immutable/assets/a.css': `@font-face{font-family:Inter;src:url(./inter.x.woff2)}p{color:red}`,
  '/b/_app/immutable/assets/c.css': `${LATE}i{top:0}`,
  '/b/theme.js': `// Why.\nsetTheme()\n`
}
const read = (path: string): string => files[path] ?? ''
const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
const script = `
				{
					__sveltekit_1a = {
						base: "/b"
					};

					const element = document.currentScript.parentElement;

					Promise.all([
						import("/b/_app/immutable/entry/start.js"),
						import("/b/_app/immutable/entry/app.js")
					]).then(([kit, app]) => {
						kit.start(app, element, {
							node_ids: [0, 2],
							data: [null,{type:"data",data:{note:"$& </scr",land:"${LAND}"}}]
						});
					});
					if ('serviceWorker' in navigator) {
						addEventListener('load', function () {
							navigator.serviceWorker.register(sanitised);
						});
					}
				}
			`
const html = `<!doctype html><html><head><script src="/b/theme.js"></script>
<meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'self' 'wasm-unsafe-eval' ${hash(script)}; style-src 'self'; style-src-attr 'unsafe-hashes' 'sha256-S8='">
<link href="/b/_app/immutable/entry/start.js" rel="modulepreload"><link href="/b/_app/immutable/chunks/x.js" rel="modulepreload">
<link href="/b/_app/immutable/assets/a.css" rel="stylesheet"><link href="/b/_app/immutable/assets/c.css" rel="stylesheet">
<script type="application/ld+json">{"@type":"Place"}</script></head>
<body><div id="app"><!--[--><p>Actes</p><svg><path class="land" d="${LAND}"/></svg><!--]--><script>${script}</script></div></body></html>`

const view = firstView(html, read, '/b/_app/immutable/pages/')!
const scripts = [...view.html.matchAll(/<script(?: data-start="[^"]*")?>([\s\S]*?)<\/script>/g)].map(
  ([, text = '']) => text
)

describe('the page', () => {
  it('asks for nothing before the reader does: its styles inside, in their order, and fonts by their address', () => {
    expect(view.html).not.toMatch(/<link|src=/)
    expect(view.html).toContain(
      '<style data-first>@font-face{font-family:Inter;src:url(/b/_app/immutable/assets/inter.x.woff2)}p{color:red}i{top:0}</style>'
    )
    expect(scripts[0]).toBe('setTheme()\n')
  })

  it('keeps what it says, comments of the hydration and data for machines included', () => {
    expect(view.html).toContain('<!--[--><p>Actes</p><svg>')
    expect(view.html).toContain('{"@type":"Place"}')
  })

  it('allows by its policy what it holds, to the letter, and nothing that is gone', () => {
    const policy = /content="([^"]+)"/.exec(view.html)?.[1] ?? ''
    const style = /<style data-first>([\s\S]*?)<\/style>/.exec(view.html)?.[1] ?? ''
    expect(policy.split('; ')).toEqual([
      `default-src 'none'`,
      `script-src 'self' 'wasm-unsafe-eval' ${scripts.map(hash).join(' ')}`,
      `style-src 'self' ${hash(style)}`,
      `style-src-attr 'unsafe-hashes' 'sha256-S8='`
    ])
    expect(scripts).toHaveLength(2)
  })
})

/** @param rules that a browser knows of those of the page */
async function started(rules: string[]): Promise<{
  calls: unknown[]
  links: { href: string; rel: string }[]
  registered: string[]
  rules: string[]
  world: Record<string, unknown>
}> {
  const calls: unknown[] = []
  const links: { href: string; rel: string }[] = []
  const registered: string[] = []
  const start = async (...args: unknown[]): Promise<void> => void calls.push(args)
  const sheet = { cssRules: rules, insertRule: (rule: string, at: number) => rules.splice(at, 0, rule) }
  const world: Record<string, unknown> = {
    document: {
      createElement: () => ({}),
      head: { append: (link: { href: string; rel: string }) => links.push(link) },
      getElementById: (id: string) => id,
      querySelector: (selector: string) =>
        selector === 'style[data-first]'
          ? { sheet }
          : { getAttribute: () => (selector === `path[d^="${LAND.slice(0, 32)}"]` ? LAND : null) }
    },
    load: async (path: string) => (path.endsWith('start.js') ? { start } : { app: true }),
    navigator: { serviceWorker: { register: (url: string) => registered.push(url) } },
    sanitised: '/b/service-worker.js'
  }
  world.globalThis = world
  // A module, run as a script: no test runner gives `import` and `export` to a context of its own.
  const text = view.start.text.replaceAll('import(', 'load(').replace('export let', 'let')
  await (runInNewContext(`${text};alive`, world) as Promise<void>)
  return { calls, links, registered, rules, world }
}

describe('its start', () => {
  it('has an address made of what it holds, the one that the page knows', () => {
    expect(view.start.path).toMatch(/^\/b\/_app\/immutable\/pages\/[0-9a-f]{12}\.js$/)
    expect(view.html).toContain(`data-start="${view.start.path}"`)
    const other = firstView(html.replace('note:"', 'note:"other '), read, '/b/_app/immutable/pages/')
    expect(other?.start.path).not.toBe(view.start.path)
  })

  it('gives SvelteKit the same call with the same data, in the same element, and says when it has ended', async () => {
    const { calls, links, registered, world } = await started(['p', 'i'])
    const data = { note: '$& </scr', land: LAND }
    expect(calls).toEqual([
      [{ app: true }, 'app', { node_ids: [0, 2], data: [null, { type: 'data', data }] }]
    ])
    expect(world.__sveltekit_1a).toEqual({ base: '/b' })
    expect(links.map(({ href, rel }) => `${rel} ${href.split('/').at(-1)}`)).toEqual([
      'modulepreload start.js',
      'modulepreload x.js',
      'stylesheet a.css',
      'stylesheet c.css'
    ])
    expect(registered, 'what waited for the load event, long gone').toEqual(['/b/service-worker.js'])
  })

  it('reads what the page draws from the page', () => {
    expect(view.start.text).not.toContain(LAND)
  })

  it.each([
    ['at their places', ['@font-face', 'p', 'i'], ['@font-face', 'p', LATE, 'i']],
    ['behind all in a browser that left one out', ['p', 'i'], ['p', 'i', LATE]]
  ])('puts the styles that waited %s', async (_, known, expected) => {
    expect((await started(known)).rules).toEqual(expected)
  })
})

it('leaves a page without scripts of the site as it is', () => {
  expect(firstView(html.replace(script, ''), read, '/')).toBeNull()
})

it.each([
  ['document.currentScript', 'document.body'],
  ['kit.start(', 'kit.begin('],
  ['theme.js', 'other.js']
])('stops the build when SvelteKit writes its pages in another way: %s', (from, to) => {
  expect(() => firstView(html.replaceAll(from, to), read, '/')).toThrow()
})
