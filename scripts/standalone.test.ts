// Does the one-file fiche hold everything it shows, and nothing that asks for more?

import { expect, it } from 'vitest'
import { standalone } from './standalone.js'

const files: Record<string, string> = {
  '/_app/a.css': '@font-face{src:url("./inter.woff2") format("woff2")}p{color:red}',
  '/_app/inter.woff2': 'font'
}
const read = (path: string): Buffer => Buffer.from(files[path] ?? `missing ${path}`)

it('puts styles and font inside, and takes scripts, preloads and the policy out', () => {
  const html = `<html><head><meta http-equiv="content-security-policy" content="default-src 'none'"><link href="/_app/a.css" rel="stylesheet"><link rel="modulepreload" href="/x.js"><link rel="icon" href="/f.svg"><script src="/theme.js"></script></head><body><p>Orvault</p><script type="application/ld+json">{}</script></body></html>`
  const file = standalone(html, read)
  expect(file).toContain(`url(data:font/woff2;base64,${Buffer.from('font').toString('base64')})`)
  expect(file).toContain('p{color:red}')
  expect(file).toContain('<p>Orvault</p>')
  expect(file).not.toMatch(/<script|<link|\/x\.js/)
  expect(file).toMatch(
    /<head><meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'sha256-[^']+';/
  )
  expect(file.match(/http-equiv/g)).toHaveLength(1)
})
