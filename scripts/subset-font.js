// Which glyphs does a French page of figures need? Makes src/lib/ui/fonts/inter.woff2 from full Inter, and beside it the
// two weights that the share images are drawn with: resvg reads neither WOFF2 nor variable fonts.
//
// The packaged latin files lack ≥ ≤ ≈ → and U+202F, and carry weights nobody here uses: one subset of
// the full font (OFL) is smaller than their sum. Run after an upgrade of `inter-ui`.
import { readFileSync, writeFileSync } from 'node:fs'
import subsetFont from 'subset-font'

const ascii = String.fromCharCode(...Array.from({ length: 95 }, (_, i) => 32 + i))
const french = 'ÀÂÄÆÇÈÉÊËÎÏÔÖÙÛÜŸŒàâäæçèéêëîïôöùûüÿœñóíáúãõ'
const signs = '\u00a0\u202f\u2009«»‹›“”‘’–—…•·°ºª№€£×÷±−≠≈≤≥→←↑↓↗↘✓§©®½¼¾²³µ⚠'
const variable = new URL('../node_modules/inter-ui/variable/InterVariable.woff2', import.meta.url)
const regular = new URL('../node_modules/inter-ui/web/Inter-Regular.woff2', import.meta.url)
const bold = new URL('../node_modules/inter-ui/web/Inter-Bold.woff2', import.meta.url)

/** @type {[file: string, source: URL, options: NonNullable<Parameters<typeof subsetFont>[2]>][]} */
const files = [
  [
    'inter.woff2',
    variable,
    { targetFormat: 'woff2', variationAxes: { opsz: 14, wght: { min: 400, max: 700 } } }
  ],
  ['inter-400.ttf', regular, { targetFormat: 'sfnt' }],
  ['inter-700.ttf', bold, { targetFormat: 'sfnt' }]
]
for (const [file, source, options] of files) {
  const font = await subsetFont(readFileSync(source), ascii + french + signs, {
    ...options,
    noLayoutClosure: false
  })
  writeFileSync(new URL(`../src/lib/ui/fonts/${file}`, import.meta.url), font)
  console.log(`fonts/${file}: ${(font.length / 1000).toFixed(1)} kB`)
}
