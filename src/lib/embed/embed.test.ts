// Are the addresses, snippets, answers and colours of an embed right, whatever they are given?

import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contrastOf, GROUND, judgeAccent } from './accent.ts'
import { embedPath, imagePath, oembedPath, pagePath } from './addresses.ts'
import { lookQuery } from './look.ts'
import { oembed, oembedHtml } from './oembed.ts'
import { iframeSnippet, listenerSnippet } from './snippets.ts'

describe('addresses', () => {
  it.each([
    [
      { id: 'actes', territory: null, version: null },
      '/figures/actes/',
      '/embed/actes/',
      '/oembed/figures/actes.json'
    ],
    [
      { id: 'actes', territory: 'rennes', version: null },
      '/figures/actes/rennes/',
      '/embed/actes/rennes/',
      '/oembed/figures/actes/rennes.json'
    ],
    [
      { id: 'actes', territory: null, version: '2021.85a0925c' },
      '/v/2021.85a0925c/figures/actes/',
      '/v/2021.85a0925c/embed/actes/',
      '/oembed/v/2021.85a0925c/figures/actes.json'
    ],
    [
      { id: 'territoires', territory: 'orvault', version: null },
      '/territoires/orvault/',
      '/embed/territoires/orvault/',
      '/oembed/territoires/orvault.json'
    ]
  ])('%o', (place, page, embed, answer) => {
    expect(pagePath(place)).toBe(page)
    expect(embedPath(place)).toBe(embed)
    expect(oembedPath(place)).toBe(answer)
    expect(imagePath(place)).toBe(`${page}partage.png`)
  })
})

const one = {
  page: 'https://site.example/figures/actes/',
  embed: 'https://site.example/embed/actes/',
  image: 'https://site.example/figures/actes/partage.png',
  title: 'Titre',
  height: 640,
  words: { alt: 'a', caption: 'b', credit: 'c' }
}

describe('the oEmbed answer', () => {
  it('puts the blockquote first, then one frame of the same class, as WordPress asks', () => {
    expect(oembedHtml(one)).toBe(
      '<blockquote class="wp-embedded-content"><a href="https://site.example/figures/actes/">Titre</a></blockquote>' +
        '<iframe class="wp-embedded-content" title="Titre" src="https://site.example/embed/actes/" width="100%" ' +
        'height="640" frameborder="0" marginwidth="0" marginheight="0"></iframe>'
    )
  })

  it('escapes any title: the markup around it never changes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        const html = oembedHtml({ ...one, title })
        expect(html.match(/[<>"]/g)).toEqual(oembedHtml(one).match(/[<>"]/g))
      })
    )
  })

  it('has numeric sizes and the words to copy', () => {
    const answer = oembed(one, { name: 'Site', address: 'https://site.example/' })
    expect(answer).toMatchObject({
      version: '1.0',
      type: 'rich',
      width: 600,
      height: 640,
      thumbnail_width: 1200
    })
    expect(answer.optima).toEqual({ ...one.words, page: one.page, embed: one.embed })
  })
})

describe('the look', () => {
  it.each([
    [{ theme: 'auto', accent: null }, ''],
    [{ theme: 'dark', accent: null }, '?theme=dark'],
    [{ theme: 'auto', accent: '#755F00' }, '?accent=755f00'],
    [{ theme: 'light', accent: '#755f00' }, '?theme=light&accent=755f00'],
    [{ theme: 'auto', accent: 'red' }, '']
  ] as const)('%o is %s', (look, query) => {
    expect(lookQuery(look)).toBe(query)
  })
})

describe('snippets', () => {
  const framed = {
    embed: 'https://site.example/embed/actes/?theme=dark&accent=755f00',
    title: 'Un "titre" <b>',
    height: 500,
    id: 'optima-actes'
  }

  it('is one iframe, with its title and height', () => {
    expect(iframeSnippet(framed)).toBe(
      '<iframe src="https://site.example/embed/actes/?theme=dark&amp;accent=755f00" title="Un &quot;titre&quot; &lt;b&gt;" ' +
        'width="100%" height="500" style="border:0" loading="lazy"></iframe>'
    )
  })

  it('listens to its own frame alone, between bounds', () => {
    const code = /<script>([\s\S]*)<\/script>/.exec(listenerSnippet(framed))?.[1] ?? ''
    const frame = { contentWindow: {}, height: 500 }
    let hear: (event: unknown) => void = () => undefined
    // The snippet runs in other people's pages: here in a page of two objects.
    runInNewContext(code, {
      addEventListener: (_: string, listener: (event: unknown) => void) => (hear = listener),
      document: { getElementById: (id: string) => (id === 'optima-actes' ? frame : null) }
    })
    const say = (data: unknown, source: unknown = frame.contentWindow): number => {
      hear({ data, source })
      return frame.height
    }
    expect(say({ type: 'optima:height', height: 640.2 })).toBe(641)
    expect(say({ type: 'optima:height', height: 1e9 })).toBe(2000)
    expect(say({ type: 'optima:height', height: 1 })).toBe(120)
    for (const forged of [
      null,
      'height',
      5,
      {},
      { type: 'optima:height' },
      { type: 'optima:height', height: -5 },
      { type: 'optima:height', height: 'x' },
      { type: 'other', height: 600 }
    ])
      expect(say(forged)).toBe(120)
    expect(say({ type: 'optima:height', height: 700 }, {})).toBe(120)
  })

  it('lets nothing of an id into its script', () => {
    const snippet = listenerSnippet({ ...framed, id: `a');alert(1)//` })
    expect(snippet).toContain(`getElementById('aalert1')`)
  })
})

describe('the accent', () => {
  it('judges against the grounds of the tokens', () => {
    const css = readFileSync('src/lib/ui/tokens.css', 'utf8')
    expect(css).toContain(`--paper: light-dark(${GROUND.light}, ${GROUND.dark})`)
  })

  it.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#777777', '#ffffff', 4.48]
  ])('contrast of %s on %s is %f', (a, b, expected) => {
    expect(contrastOf(a, b)).toBeCloseTo(expected, 1)
  })

  it.each([
    ['#755f00', 'light', true],
    ['#755f00', 'dark', false],
    ['#ffe8a3', 'light', false],
    ['#ffe8a3', 'auto', false],
    ['#ffe8a3', 'dark', true]
  ] as const)('%s on %s: visible %s', (accent, theme, visible) => {
    expect(judgeAccent(accent, theme).visible).toBe(visible)
  })
})
