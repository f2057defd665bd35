// Do LibreOffice and librsvg take the exports of the built figures? Numbers are numbers, nothing runs, images are images.
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { chromium } from '@playwright/test'
import { findBrowser } from '../../scripts/browser.js'
import { buildSite } from '../../scripts/build.js'
import { ensureCommands } from '../../scripts/debian.js'
import { command, Failure, run, tool } from '../../scripts/run.js'

const PROGRAMS = { soffice: 'libreoffice-calc', 'rsvg-convert': 'librsvg2-bin' }
const FIGURES = ['produit', 'actes', 'personnes', 'stagiaires', 'carte', 'chiffres-cles']
/** Semicolon, quotes, UTF-8, from the first line, in French (1036), numbers seen, and formulas run: the worst case. */
const IMPORT = 'CSV:59,34,76,1,,1036,false,true,false,false,false,0,true'
/** Of 255: letters of two rasterisers differ at their edges, a missing bar or a black page differs by far more. */
const MOST_DIFFERENT = 3

/**
 * The cells of a CSV as LibreOffice understands them, in the order of the sheet.
 * @param {string} file @param {string} folder
 */
async function inLibreOffice(file, folder) {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  const args = [
    profile,
    '--headless',
    `--infilter=${IMPORT}`,
    '--convert-to',
    'fods',
    '--outdir',
    folder,
    file
  ]
  assert.equal(await run('soffice', args, { quiet: true }), 0, `LibreOffice refused ${file}`)
  const xml = readFileSync(join(folder, basename(file).replace(/\.csv$/, '.fods')), 'utf8')
  const cells = [...xml.matchAll(/<table:table-cell\b([^>]*)(?<!\/)>([\s\S]*?)<\/table:table-cell>/g)]
  return cells.map(([, attributes = '', content = '']) => ({
    formula: /table:formula="([^"]*)"/.exec(attributes)?.[1],
    number: /office:value-type="(?:float|currency|percentage)"[^>]*office:value="([^"]*)"/.exec(
      attributes
    )?.[1],
    text: content.replace(/<[^>]*>/g, '').trim()
  }))
}

/** @param {string} folder */
async function spreadsheets(folder) {
  for (const figure of FIGURES) {
    const cells = await inLibreOffice(`build/figures/${figure}/donnees-excel.csv`, folder)
    assert.deepEqual(
      cells.filter(({ formula }) => formula !== undefined),
      [],
      `${figure}: a cell was run`
    )
    const values = readFileSync(`build/figures/${figure}/donnees.csv`, 'utf8').split('\n').slice(1, -1)
    const numbers = new Set(cells.flatMap(({ number }) => (number === undefined ? [] : [Number(number)])))
    for (const line of values) {
      // The fifth column; none of the four before it holds a comma or a quote.
      const value = Number(/^(?:[^,"]*,){4}([^,]*),/.exec(line)?.[1])
      if (Number.isFinite(value)) assert.ok(numbers.has(value), `${figure}: ${value} is no number`)
    }
    const texts = new Set(cells.map(({ text }) => text))
    for (const word of ['unite', 'rapport-2021'])
      assert.ok(texts.has(word), `${figure}: ${word} is not there`)
    console.log(`  LibreOffice reads ${figure}: ${values.length} lines, ${numbers.size} different numbers`)
  }
}

/** @param {string} folder */
async function hostileCells(folder) {
  const bare = join(folder, 'bare.csv')
  writeFileSync(bare, 'a;b\r\n=1+1;=HYPERLINK("x")\r\n')
  const ran = (await inLibreOffice(bare, folder)).filter(({ formula }) => formula !== undefined)
  assert.ok(ran.length > 0, 'this import runs no formula: the test would prove nothing')
  const ours = join(folder, 'hostile.csv')
  assert.equal(await run(tool('tsx'), ['tests/external/write-hostile-csv.ts', ours]), 0)
  const cells = await inLibreOffice(ours, folder)
  assert.deepEqual(
    cells.filter(({ formula }) => formula !== undefined),
    []
  )
  const texts = cells.map(({ text }) => text)
  for (const text of ['1+1', 'SUM(A1)', '+ 42 000 actions', 'Île-de-France, été, œuvre'])
    assert.ok(
      texts.some((one) => one.includes(text)),
      `${text} is lost: ${texts.join(' | ')}`
    )
  assert.ok(
    cells.some(({ number }) => number === '81.9'),
    'a decimal comma is no number'
  )
  console.log('  LibreOffice runs nothing of a hostile file, keeps accents, reads 81,9 as a number')
}

/**
 * Mean difference of two PNG of one size, 0 to 255, counted by the browser.
 * @param {import('@playwright/test').Page} page @param {Buffer} one @param {Buffer} other
 */
function difference(page, one, other) {
  return page.evaluate(
    async ([a, b]) => {
      /** @param {string} data */
      const pixels = async (data) => {
        const image = new Image()
        image.src = `data:image/png;base64,${data}`
        await image.decode()
        const canvas = document.createElement('canvas')
        canvas.width = image.naturalWidth
        canvas.height = image.naturalHeight
        const context = canvas.getContext('2d')
        context?.drawImage(image, 0, 0)
        return {
          width: canvas.width,
          data: context?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
        }
      }
      const [first, second] = await Promise.all([pixels(a ?? ''), pixels(b ?? '')])
      if (first.data.length !== second.data.length || first.data.length === 0) return 255
      let sum = 0
      for (let i = 0; i < first.data.length; i += 1)
        sum += Math.abs((first.data[i] ?? 0) - (second.data[i] ?? 0))
      return (sum / first.data.length) * (4 / 3)
    },
    [one.toString('base64'), other.toString('base64')]
  )
}

/** @param {string} folder */
async function images(folder) {
  const found = await findBrowser()
  const browser = await chromium.launch({
    ...(found === null ? {} : { executablePath: found.path }),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : []
  })
  try {
    for (const figure of FIGURES) {
      const file = `build/figures/${figure}/figure.svg`
      const svg = readFileSync(file, 'utf8')
      const [, width = '0', height = '0'] = /^<svg [^>]*width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? []
      const target = join(folder, `${figure}.png`)
      assert.equal(await run('rsvg-convert', ['-o', target, file]), 0, `librsvg refused ${file}`)
      const drawn = readFileSync(target)
      assert.ok(drawn.length > 5000, `${figure}: an empty image`)
      const page = await browser.newPage({ viewport: { width: Number(width), height: Number(height) } })
      await page.setContent(`<body style="margin:0">${svg.replace('<svg ', '<svg style="display:block" ')}`)
      const gap = await difference(page, await page.screenshot(), drawn)
      await page.close()
      assert.ok(gap < MOST_DIFFERENT, `${figure}: ${gap.toFixed(1)} of 255 from what Chromium draws`)
      console.log(`  librsvg draws ${figure}, ${width} × ${height}: ${gap.toFixed(2)} of 255 from Chromium`)
    }
  } finally {
    await browser.close()
  }
}

await command(async () => {
  const missing = await ensureCommands(PROGRAMS)
  if (missing.length > 0)
    throw new Failure(`Missing: ${missing.join(', ')} (packages ${Object.values(PROGRAMS).join(', ')})`)
  await buildSite({ ifStale: true })
  const folder = mkdtempSync(join(tmpdir(), 'exports-'))
  mkdirSync(join(folder, 'profile'))
  try {
    await spreadsheets(folder)
    await hostileCells(folder)
    await images(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
