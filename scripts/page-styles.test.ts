// Does a page keep every rule that it can use, and do those that wait find their places again?

import { describe, expect, it } from 'vitest'
import { splitRules, usedRules } from './page-styles.js'

const html = '<p class="x svelte-abc1">'

describe('rules that a page can use', () => {
  it.each([
    ['p{color:red}', 'p{color:red}'],
    ['.x.svelte-abc1{top:0}', '.x.svelte-abc1{top:0}'],
    ['.y.svelte-zzz9{left:0}', ''],
    ['.x.svelte-abc1,.y.svelte-zzz9{left:0}', '.x.svelte-abc1{left:0}'],
    ['.x.svelte-abc1 .y.svelte-zzz9{left:0}', ''],
    ['@media print{.y.svelte-zzz9{left:0}}', ''],
    ['@media print{p{left:0}}', '@media print{p{left:0}}'],
    ['.x{top:0}.y{top:0}', '.x{top:0}'],
    ['.x.now{top:0}', '.x.now{top:0}'],
    ['.x:not(.y){top:0}', '.x:not(.y){top:0}'],
    ['.x :is(.y,p){top:0}', '.x :is(.y,p){top:0}'],
    ['.x .y:is(p){top:0}', ''],
    ['.x:not(:is(.y)){top:0}', '.x:not(:is(.y)){top:0}'],
    ['.x{width:.5rem}', '.x{width:.5rem}'],
    ['@font-face{font-family:Inter}', ''],
    [':root{--sea:blue;--ink:red}p{color:var(--ink)}', ':root{--ink:red}p{color:var(--ink)}'],
    [':root{--sea:blue;--water:var(--sea)}p{left:0}', 'p{left:0}'],
    ['@media print{:root{--sea:blue}}', '']
  ])('%s gives %s', (css, expected) => {
    expect(usedRules(css, html, `entry.classList.toggle('now')`)).toBe(expected)
  })
})

describe('rules that paint a page, and those that wait', () => {
  const A = '.a.svelte-zzz9{left:0}'
  const B = '.b.svelte-zzz9 p{left:1px}'
  const P = 'p{color:red}'
  const X = '.x.svelte-abc1,.y.svelte-zzz9{top:0}'

  it.each<[css: string, first: string, late: [number, string[]][]]>([
    ['', '', []],
    [P + X, P + X, []],
    [
      A + P + B + X,
      P + X,
      [
        [0, [A]],
        [1, [B]]
      ]
    ],
    [P + A + B, P, [[1, [A, B]]]],
    [`@media print{${A}}${P}`, P, [[0, [`@media print{${A}}`]]]],
    [`@media print{${A}${P}}`, `@media print{${A}${P}}`, []],
    [`@media print{@supports (top:0){${A}}}`, '', [[0, [`@media print{@supports (top:0){${A}}}`]]]],
    ['@font-face{font-family:Inter}', '@font-face{font-family:Inter}', []],
    ['@page{margin:0}', '@page{margin:0}', []],
    ['@keyframes svelte-zzz9-k{0%{top:0}to{top:1px}}', '@keyframes svelte-zzz9-k{0%{top:0}to{top:1px}}', []],
    [`/* why */${A}`, '', [[0, [A]]]]
  ])('%s', (css, first, late) => {
    expect(splitRules(css, html)).toMatchObject({ first, late })
  })

  it('counts the rules that it keeps as a browser does', () => {
    expect(splitRules(`${P}${A}@media print{${P}${X}}`, html).count).toBe(2)
  })
})
