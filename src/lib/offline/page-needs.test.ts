import { expect, it } from 'vitest'
import { linkedUnder, neededByPage, needsOf } from './page-needs.ts'

const PAGE = 'https://optima.example/optima/territoires/'

it('finds the chunks and styles that a page names, once each', () => {
  const html = `<link href="/optima/_app/immutable/assets/0.css" rel="stylesheet">
    <link rel="modulepreload" href="/optima/_app/immutable/chunks/a.js">
    <script>import("/optima/_app/immutable/chunks/a.js")</script><a href="/optima/methode/">x</a>`
  expect(neededByPage(html, PAGE)).toEqual([
    'https://optima.example/optima/_app/immutable/assets/0.css',
    'https://optima.example/optima/_app/immutable/chunks/a.js'
  ])
})

it('finds the fonts of a style, from its own address', () => {
  const css =
    '@font-face{src:url(./inter.woff2) format("woff2")}.a{background:url("data:image/png;base64,AA")}'
  expect(needsOf('/a/0.css')?.(css, 'https://optima.example/_app/immutable/assets/0.css')).toEqual([
    'https://optima.example/_app/immutable/assets/inter.woff2'
  ])
})

it('finds what a list leads to, right under it', () => {
  const html = `<a href="/optima/territoires/orvault/">x</a><a href="./rennes/">x</a><a href="/optima/territoires/">x</a>
    <a href="/optima/territoires/orvault/">x</a><a href="/optima/territoires/a/b/">x</a><a href="https://else.example/">x</a>`
  expect(linkedUnder(PAGE, html)).toEqual([`${PAGE}orvault/`, `${PAGE}rennes/`])
})

it('finds what the module that starts a page names, and asks nothing of another chunk', () => {
  const start = 'for (const href of ["/_app/immutable/chunks/a.js"]) link(href)'
  expect(needsOf('/_app/immutable/pages/0.js')?.(start, 'https://optima.example/')).toEqual([
    'https://optima.example/_app/immutable/chunks/a.js'
  ])
  expect(needsOf('/_app/immutable/chunks/a.js')).toBeNull()
})
