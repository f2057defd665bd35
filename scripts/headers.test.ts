import { describe, expect, it } from 'vitest'
import { cacheControl, headersFor, pageCsp, ruleFor, rules } from './headers.js'

describe('which rule an address has', () => {
  it.each([
    ['/', 'page'],
    ['/index.html', 'page'],
    ['/404.html', 'page'],
    ['/figures/produit/', 'page'],
    ['/v/2021-1/figures/produit/', 'page'],
    ['/integrer/embed-builder/', 'page'],
    ['/embed/produit/', 'embed'],
    ['/embed/produit/region-rennes/', 'embed'],
    ['/embed/produit/index.html', 'embed'],
    ['/v/2021-1/embed/produit/', 'embed'],
    ['/embed/produit/share.png', 'asset'],
    ['/_app/immutable/workers/duckdb.abc.js', 'script'],
    ['/service-worker.js', 'script'],
    ['/theme.js', 'script'],
    ['/_app/immutable/assets/duckdb-eh.abc.wasm', 'asset'],
    ['/data/observations.parquet', 'asset'],
    ['/figures.json', 'asset']
  ])('%s: %s', (path, name) => {
    expect(ruleFor(path).name).toBe(name)
  })
})

describe('what the rules say', () => {
  const policy = (path: string) => headersFor(path)['Content-Security-Policy']

  it('lets embeds be framed anywhere and pages nowhere', () => {
    expect(policy('/embed/produit/')).toBe('frame-ancestors *')
    expect(policy('/v/2021-1/embed/produit/')).toBe('frame-ancestors *')
    expect(policy('/figures/produit/')).toBe("frame-ancestors 'none'")
  })

  it('leaves the script-src of a page to its own meta element, which has the hashes', () => {
    expect(policy('/')).not.toContain('script-src')
    expect(policy('/embed/produit/')).not.toContain('script-src')
    expect(pageCsp['script-src']).toEqual(['self', 'wasm-unsafe-eval'])
  })

  it('binds workers, which the policy of the page does not', () => {
    expect(policy('/worker.js')).toContain("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'")
    expect(policy('/worker.js')).toContain("connect-src 'self'")
  })

  it('lets a sandboxed embed, whose origin is null, read assets', () => {
    expect(headersFor('/_app/immutable/assets/inter.woff2')).toMatchObject({
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin'
    })
    expect(headersFor('/')).not.toHaveProperty('Access-Control-Allow-Origin')
  })

  it('says nosniff, a referrer and a permissions policy everywhere, HSTS nowhere', () => {
    for (const { headers } of rules) {
      expect(headers).toMatchObject({ 'X-Content-Type-Options': 'nosniff' })
      expect(headers).toHaveProperty('Referrer-Policy')
      expect(headers).toHaveProperty('Permissions-Policy')
      expect(headers).not.toHaveProperty('Strict-Transport-Security')
    }
  })

  it('keeps for ever only what has a content hash in its name', () => {
    expect(cacheControl('/_app/immutable/entry/start.abc.js')).toContain('immutable')
    expect(cacheControl('/_app/version.json')).toBe('no-cache')
    expect(cacheControl('/data/observations.csv')).toBe('no-cache')
  })

  it.each([
    ['/a.wasm', 'application/wasm'],
    ['/a.parquet', 'application/vnd.apache.parquet'],
    ['/a.geojson', 'application/geo+json'],
    ['/a.csv', 'text/csv; charset=utf-8'],
    ['/manifest.webmanifest', 'application/manifest+json'],
    ['/figures/produit/', 'text/html; charset=utf-8']
  ])('%s is %s', (path, type) => {
    expect(headersFor(path)['Content-Type']).toBe(type)
  })

  it('leaves the type of a font to the server', () => {
    expect(headersFor('/inter.woff2')).not.toHaveProperty('Content-Type')
  })
})
