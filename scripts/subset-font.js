// Which glyphs does a French page of figures need? Makes src/lib/ui/fonts/inter.woff2 from full Inter, and beside it the
// two weights that the share images are drawn with: resvg reads neither WOFF2 nor variable fonts.
//
// The packaged latin files lack ≥ ≤ ≈ → and U+202F, and carry weights nobody here uses: one subset of
// the full font (OFL) is smaller than their sum. Left alone, the subset keeps the alternates of some forty features
// that no style here asks for: 40 kB instead of 22. Run after an upgrade of `inter-ui`.
import { readFileSync, writeFileSync } from 'node:fs'
import subsetFont from 'subset-font'

const ascii = String.fromCharCode(...Array.from({ length: 95 }, (_, i) => 32 + i))
const french = 'ÀÂÄÆÇÈÉÊËÎÏÔÖÙÛÜŸŒàâäæçèéêëîïôöùûüÿœ'
const signs = '\u00a0\u202f«»‹›“”‘’–—…•·°€×÷±−≠≈≤≥→←↑↓©²'
/** Letters and signs of the names that an image may one day hold. */
const others = 'ñóíáúãõ\u2009ºª№£↗↘✓§®½¼¾³µ⚠'
/** What base.css turns on, and what shapes text without being asked. */
const keepFeatures = ['calt', 'ccmp', 'kern', 'locl', 'tnum']
const variable = new URL('../node_modules/inter-ui/variable/InterVariable.woff2', import.meta.url)
const regular = new URL('../node_modules/inter-ui/web/Inter-Regular.woff2', import.meta.url)
const bold = new URL('../node_modules/inter-ui/web/Inter-Bold.woff2', import.meta.url)

/** @type {[file: string, source: URL, text: string, options: NonNullable<Parameters<typeof subsetFont>[2]>][]} */
const files = [
  [
    'inter.woff2',
    variable,
    ascii + french + signs,
    { targetFormat: 'woff2', variationAxes: { opsz: 14, wght: { min: 400, max: 700 } }, keepFeatures }
  ],
  ['inter-400.ttf', regular, ascii + french + signs + others, { targetFormat: 'sfnt' }],
  ['inter-700.ttf', bold, ascii + french + signs + others, { targetFormat: 'sfnt' }]
]
for (const [file, source, text, options] of files) {
  const font = await subsetFont(readFileSync(source), text, options)
  writeFileSync(new URL(`../src/lib/ui/fonts/${file}`, import.meta.url), font)
  console.log(`fonts/${file}: ${(font.length / 1000).toFixed(1)} kB`)
}
