import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { headersFor, ruleFor } from './headers.js'
import { apacheConf } from './hosts/apache.js'
import { headersFile } from './hosts/headers-file.js'
import { nginxConf } from './hosts/nginx.js'
import { writeHeaders } from './write-headers.js'

const FILES = [
  '/404.html',
  '/_app/immutable/assets/inter.abc.woff2',
  '/_app/immutable/entry/start.abc.js',
  '/_app/version.json',
  '/data/observations.parquet',
  '/embed.js',
  '/embed/404.html',
  '/embed/produit/index.html',
  '/embed/produit/rennes/index.html',
  '/favicon.svg',
  '/figures/produit/figure.svg',
  '/figures/produit/index.html',
  '/index.html',
  '/integrer/index.html',
  '/oembed/figures/produit.json',
  '/v/2021-1/embed/produit/index.html',
  '/v/2021-1/figures/produit/donnees.csv',
  '/v/2021-1/figures/produit/index.html'
]

interface Rule {
  pattern: string
  headers: [string, string][]
}

/** What both hosts read: a pattern at the start of a line, headers under it. */
function parse(text: string): Rule[] {
  return text
    .trim()
    .split('\n\n')
    .map((block) => {
      const [pattern = '', ...lines] = block.split('\n')
      return {
        pattern,
        headers: lines.map((line) => /^ {2}([\w-]+): (.+)$/.exec(line)!.slice(1) as [string, string])
      }
    })
}

/** Every rule that matches applies, and two values of one header are joined. */
function sent(rules: Rule[], address: string): Map<string, string[]> {
  const headers = new Map<string, string[]>()
  for (const rule of rules) {
    const matches = rule.pattern.endsWith('*')
      ? address.startsWith(rule.pattern.slice(0, -1))
      : address === rule.pattern
    if (!matches) continue
    for (const [name, value] of rule.headers) headers.set(name, [...(headers.get(name) ?? []), value])
  }
  return headers
}

const addressOf = (file: string): string => file.replace(/\/index\.html$/, '/')

describe.each(['', '/chiffres'])('_headers at "%s"', (base) => {
  const text = headersFile(FILES, base)
  const rules = parse(text)

  it.each(FILES)('%s gets each header once, and none that is not its own', (file) => {
    for (const [name, values] of sent(rules, `${base}${addressOf(file)}`)) {
      expect(values, name).toHaveLength(1)
      if (name !== 'Content-Security-Policy') expect(values[0], name).toBe(headersFor(file)[name])
    }
  })

  it.each(FILES)('%s is framed where it may be, and its scripts are bound', (file) => {
    const [policy] = sent(rules, `${base}${addressOf(file)}`).get('Content-Security-Policy') ?? []
    // Beside a page an image has the policy of the page, beside a script a font has that of the script.
    if (['embed', 'page', 'script'].includes(ruleFor(file).name))
      expect(policy).toBe(headersFor(file)['Content-Security-Policy'])
    if (ruleFor(file).name !== 'embed') expect(policy).not.toContain('frame-ancestors *')
  })

  it.each(FILES)('%s is kept as long as it may be', (file) => {
    const kept = sent(rules, `${base}${addressOf(file)}`).get('Cache-Control')
    // The host's own "public, max-age=0, must-revalidate" where a folder holds both kinds.
    if (file === '/_app/version.json') expect(kept).toBeUndefined()
    else expect(kept).toEqual([headersFor(file)['Cache-Control']])
  })

  it('covers what is added to a folder after the build was looked at', () => {
    const added = sent(rules, `${base}/embed/nouvelle/`)
    expect(added.get('Content-Security-Policy')).toEqual(['frame-ancestors *'])
    expect(sent(rules, `${base}/nulle-part`).get('X-Content-Type-Options')).toEqual(['nosniff'])
  })

  it('keeps within the limits of both hosts: patterns, 100 rules, 2000 characters a line', () => {
    expect(rules.length).toBeLessThan(100)
    for (const { pattern } of rules) expect(pattern).toMatch(/^\/[^*:]*\*?$/)
    for (const line of text.split('\n')) expect(line.length).toBeLessThan(2000)
  })
})

describe('nginx and Apache, proved in real ones by tests/external/servers.js', () => {
  it('put the base path before what is anchored, and nowhere else', () => {
    const nginx = nginxConf({ base: '/a.b', host: 'example.org', root: '/srv' })
    expect(nginx).toContain('"~^/a\\.b/(v/[^/]+/)?embed/')
    expect(nginx).toContain('"~\\.m?js$"')
    expect(nginx).toContain('location /a.b/ {\n    alias /srv/;')
    const apache = apacheConf('/a.b')
    expect(apache).toContain('m#^/a\\.b/(v/[^/]+/)?embed/')
    expect(apache).toContain('ErrorDocument 404 /a.b/404.html')
  })

  it('say every policy', () => {
    for (const file of FILES) {
      const policy = headersFor(file)['Content-Security-Policy']
      expect(nginxConf({ base: '', host: 'example.org', root: '/srv' })).toContain(`"${policy}"`)
      expect(apacheConf('')).toContain(`"${policy}"`)
    }
  })
})

describe('the files', () => {
  let parent: string
  beforeAll(() => {
    parent = mkdtempSync(join(tmpdir(), 'headers-'))
    for (const file of [...FILES, '/index.html.br', '/figures/produit/index.html.gz']) {
      mkdirSync(dirname(join(parent, 'build', file)), { recursive: true })
      writeFileSync(join(parent, 'build', file), '')
    }
  })
  afterAll(() => rmSync(parent, { recursive: true }))

  it('are beside the pages for hosts that read them there, outside for nginx, and the same when written again', () => {
    const folder = join(parent, 'build')
    const read = () => ['_headers', '.htaccess'].map((name) => readFileSync(join(folder, name), 'utf8'))
    writeHeaders(folder, '', 'https://chiffres.example.org')
    const first = read()
    expect(first).toEqual([headersFile(FILES, ''), apacheConf('')])
    writeHeaders(folder, '', 'https://chiffres.example.org')
    expect(read()).toEqual(first)
    expect(existsSync(join(folder, 'nginx.conf'))).toBe(false)
    expect(readFileSync(join(parent, 'build-deploy/nginx.conf'), 'utf8')).toContain(
      'server_name chiffres.example.org;'
    )
  })
})
