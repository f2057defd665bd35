// Which glyphs does a French page of figures need? Makes src/lib/ui/fonts/inter.woff2 from full Inter.
//
// The packaged latin files lack ≥ ≤ ≈ → and U+202F, and carry weights nobody here uses: one subset of
// the full font (OFL) is smaller than their sum. Run after an upgrade of `inter-ui`.
import { readFileSync, writeFileSync } from 'node:fs'
import subsetFont from 'subset-font'

const ascii = String.fromCharCode(...Array.from({ length: 95 }, (_, i) => 32 + i))
const french = 'ÀÂÄÆÇÈÉÊËÎÏÔÖÙÛÜŸŒàâäæçèéêëîïôöùûüÿœñóíáúãõ'
const signs = '\u00a0\u202f\u2009«»‹›“”‘’–—…•·°ºª№€£×÷±−≠≈≤≥→←↑↓↗↘✓§©®½¼¾²³µ⚠'
const source = new URL('../node_modules/inter-ui/variable/InterVariable.woff2', import.meta.url)
const target = new URL('../src/lib/ui/fonts/inter.woff2', import.meta.url)

const font = await subsetFont(readFileSync(source), ascii + french + signs, {
  targetFormat: 'woff2',
  variationAxes: { opsz: 14, wght: { min: 400, max: 700 } },
  noLayoutClosure: false
})
writeFileSync(target, font)
console.log(`${target.pathname.split('/').slice(-2).join('/')}: ${(font.length / 1000).toFixed(1)} kB`)
