import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

// Contrast and colour-blind distance of the tokens, read from the one file where colours are written.
const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const tokens = new Map(
  [...css.matchAll(/--(\w+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(([, name, light, dark]) => [
    name ?? '',
    { light: light ?? '', dark: dark ?? '' }
  ])
)
type Theme = 'light' | 'dark'

function rgb(name: string, theme: Theme): [number, number, number] {
  const hex = tokens.get(name)?.[theme]
  if (hex === undefined) throw new Error(`no token ${name}`)
  const channel = (at: number): number => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}

function contrast(a: string, b: string, theme: Theme): number {
  const luminance = ([r, g, b]: [number, number, number]): number => 0.2126 * r + 0.7152 * g + 0.0722 * b
  const [high, low] = [luminance(rgb(a, theme)), luminance(rgb(b, theme))].sort((x, y) => y - x)
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05)
}

type Triple = [number, number, number]
type Matrix = readonly [Triple, Triple, Triple]

/** Machado, Oliveira & Fernandes 2009, severity 1, on linear RGB. */
const MACHADO: Record<string, Matrix> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1]
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881]
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998]
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039]
  ]
}

const TEXT = ['ink', 'ink2', 'ink3', 'rennesT', 'nantesT', 'angersT', 'idfT']
const MARKS = ['rennes', 'nantes', 'angers', 'idf', 'neutre', 'rule2']
const GROUNDS = ['paper', 'surface', 'sunk']

describe.each<Theme>(['light', 'dark'])('%s theme', (theme) => {
  it.each(TEXT.flatMap((text) => GROUNDS.map((ground) => [text, ground] as const)))(
    '%s reads on %s (4.5:1)',
    (text, ground) => {
      expect(contrast(text, ground, theme)).toBeGreaterThanOrEqual(4.5)
    }
  )

  it.each(MARKS.flatMap((mark) => GROUNDS.map((ground) => [mark, ground] as const)))(
    '%s shows on %s (3:1)',
    (mark, ground) => {
      expect(contrast(mark, ground, theme)).toBeGreaterThanOrEqual(3)
    }
  )

  it.each([
    ['markink', 'mark', 4.5],
    ['paper', 'ink', 4.5],
    ['seaink', 'sea', 4.5],
    ['depink', 'land', 4.5],
    ['onhue', 'rennes', 4.5],
    ['onhue', 'nantes', 4.5],
    ['onhue', 'angers', 4.5],
    ['onhue', 'idf', 4.5],
    ['rennes', 'sea', 3],
    ['nantes', 'sea', 3],
    ['angers', 'land', 3],
    ['idf', 'land', 3]
  ])('%s on %s reaches %s', (front, ground, least) => {
    expect(contrast(front, ground, theme)).toBeGreaterThanOrEqual(least)
  })

  it.each(Object.entries(MACHADO))('the four hues stay apart: %s', (_, matrix) => {
    const hues = ['rennes', 'nantes', 'angers', 'idf'].map((name) =>
      oklab(multiply(matrix, rgb(name, theme)))
    )
    for (const [i, a] of hues.entries())
      for (const b of hues.slice(i + 1))
        expect(Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])).toBeGreaterThan(0.1)
  })
})

function multiply(matrix: Matrix, [r, g, b]: Triple): Triple {
  const row = ([x, y, z]: Triple): number => Math.min(1, Math.max(0, x * r + y * g + z * b))
  return [row(matrix[0]), row(matrix[1]), row(matrix[2])]
}

function oklab([r, g, b]: Triple): Triple {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  ]
}
