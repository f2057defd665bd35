// Is an embed one file that asks for nothing, with a policy that allows its own style and script alone?

import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { selfContained } from './embeds.js'

const files: Record<string, string> = {
  '/_app/a.css': `@font-face{font-family:Inter;src:url(./inter.woff2)}p{color:red}.x.svelte-abc1{top:0}.y.svelte-zzz9{left:0}`,
  '/embed.js': `// What it does.\n;(function () {\n  /** Tells. */\n  tell() // now\n})()\n`
}
const read = (path: string): string => files[path] ?? `missing ${path}`
const html = `<!doctype html><html><head><meta http-equiv="content-security-policy" content="default-src 'none'">
<link href="/_app/a.css" rel="stylesheet"><link rel="modulepreload" href="/x.js"><link rel="icon" href="/f.svg">
<link rel="canonical" href="https://site.example/figures/actes/"><base target="_top">
<script src="/theme.js"></script><script src="/embed.js"></script></head>
<body><!--[--><p class="x svelte-abc1">Actes<!----></p><!--]--></body></html>`
const hash = (text: string): string => createHash('sha256').update(text).digest('base64')

describe('one file', () => {
  const page = selfContained(html, read)

  it('holds its style and its script, and asks for no other', () => {
    expect(page).toContain('p{color:red}')
    expect(page).toContain('tell() // now')
    expect(page).not.toMatch(/theme\.js|\.css"|modulepreload|rel="icon"|url\(|What it does|Tells\./)
    expect(page).toContain('rel="canonical"')
    expect(page).toContain('<base target="_top">')
  })

  it('allows by its policy what it holds, to the letter', () => {
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? ''
    const script = /<script>([\s\S]*?)<\/script>/.exec(page)?.[1] ?? ''
    expect(page.match(/http-equiv/g)).toHaveLength(1)
    expect(page).toContain(`style-src 'sha256-${hash(style)}'`)
    expect(page).toContain(`script-src 'sha256-${hash(script)}'`)
    expect(page).toContain(`default-src 'none'`)
  })

  it('says its policy before anything that it binds', () => {
    expect(page.indexOf('http-equiv')).toBeLessThan(page.indexOf('<style>'))
  })

  it('defines the marks that it shows, and no other', () => {
    const marked = html.replace(
      '<body>',
      '<body><button popovertarget="marque-rounded">arrondi</button>' +
        '<div popover="" id="marque-rounded" class="d"><p>A</p></div><div popover="" id="marque-secret" class="d"><p>B</p></div>'
    )
    const shown = selfContained(marked, read)
    expect(shown).toContain('<p>A</p></div>')
    expect(shown).not.toContain('marque-secret')
  })

  it('keeps no comment of a hydration that never comes', () => {
    expect(page).not.toContain('<!--')
  })

  it('names its components shortly, the same in its rules and on what they are for', () => {
    expect(page).toContain('<p class="x s-0">')
    expect(page).toContain('.x.s-0{top:0}')
    expect(page).not.toContain('svelte-')
  })
})
