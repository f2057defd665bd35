// How do the pages that the guides of /aide and the README speak of look? Taken from the built site, one WebP a picture.
//
// Usage: npm run build && npm run pictures; look at them, then commit. A build fails without them: to add one, put any WebP there first.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { chromium } from '@playwright/test'
import { findBrowser } from './browser.js'
import { basePath, buildFolder } from './build.js'
import { command, Failure } from './run.js'
import { startServer } from './server.js'

/** Of a picture of a guide: who reads on a phone pays for it. */
const MOST_BYTES = 40_000
const JOURNAL =
  'numero;date;commune;dispositif;nature;nombre;personnes;durée\r\n' +
  '1;14/03/2022;Orvault;Citoyenneté et Prévention;appels;3;2;0h45\r\n' +
  '2;14/03/2022;Orvaut;Citoyenneté et Prévention;appels;1;2;0h45\r\n' +
  '3;15/03/2022;Orvaut;Citoyenneté et Prévention;appels;1;;\r\n' +
  '4;16/03/2022;Rezé;Médiation à l’école;interventions;deux;;1h30\r\n' +
  '5;31/02/2022;Rezé;Médiation à l’école;interventions;1;;\r\n'

/** @typedef {import('@playwright/test').Page} Page */
/** @type {(page: Page) => Promise<void>} */
const giveJournal = async (page) => {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'journal.csv', mimeType: 'text/csv', buffer: Buffer.from(JOURNAL) })
  await page.getByRole('heading', { name: 'Vérifier la lecture' }).waitFor()
}

/**
 * @type {{ file: string, path: string, width: number, height: number, scale?: number, folder?: string, most?: number, prepare?: (page: Page) => Promise<void>, top?: string }[]}
 * `top`: what stands at the upper edge.
 */
const PICTURES = [
  { file: 'dashboard', path: '/', width: 1280, height: 860, scale: 1, folder: 'docs', most: 90_000 },
  { file: 'elu-fiche', path: '/territoires/orvault/', width: 390, height: 560 },
  { file: 'administrateur-comparer', path: '/comparer/', width: 860, height: 560, scale: 1, top: '.heads' },
  { file: 'communication-integrer', path: '/integrer/', width: 1040, height: 680, scale: 1, top: '.builder' },
  {
    file: 'communication-copier',
    path: '/integrer/',
    width: 720,
    height: 330,
    top: 'section:has(> #copier)'
  },
  {
    file: 'donnees-lecture',
    path: '/donnees/importer/',
    width: 720,
    height: 540,
    prepare: giveJournal,
    top: '.importer'
  },
  {
    file: 'donnees-rapport',
    path: '/donnees/importer/',
    width: 720,
    height: 460,
    prepare: async (page) => {
      await giveJournal(page)
      await page.getByRole('button', { name: 'Contrôler les lignes' }).click()
      await page.getByRole('heading', { name: /lues/ }).waitFor()
    },
    top: '.importer'
  }
]

/**
 * Chromium has the encoder that Node lacks.
 * @param {Page} page @param {Buffer} png
 */
async function toWebp(page, png) {
  const source = `data:image/png;base64,${png.toString('base64')}`
  const webp = await page.evaluate(async (url) => {
    const image = new Image()
    image.src = url
    await image.decode()
    const canvas = Object.assign(document.createElement('canvas'), {
      width: image.width,
      height: image.height
    })
    canvas.getContext('2d')?.drawImage(image, 0, 0)
    return canvas.toDataURL('image/webp', 0.72)
  }, source)
  return Buffer.from(webp.slice(webp.indexOf(',') + 1), 'base64')
}

await command(async () => {
  const found = await findBrowser()
  const { address, close } = await startServer({ folder: buildFolder(), base: basePath(), port: 0 })
  const browser = await chromium.launch({
    ...(found === null ? {} : { executablePath: found.path }),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : []
  })
  try {
    await mkdir('static/aide', { recursive: true })
    const blank = await browser.newPage()
    for (const picture of PICTURES) {
      const { file, path, width, height, prepare, top } = picture
      const { scale = 1.5, folder = 'static/aide', most = MOST_BYTES } = picture
      const page = await browser.newPage({
        viewport: { width, height },
        deviceScaleFactor: scale,
        locale: 'fr-FR',
        reducedMotion: 'reduce',
        serviceWorkers: 'block'
      })
      await page.goto(new URL(`.${path}`, address).href)
      // The page comes alive with the first sign of a reader.
      await page.mouse.move(5, 5)
      await page.waitForFunction(() => performance.getEntriesByName('page:alive').length > 0)
      await page.evaluate(() => document.fonts.ready)
      await prepare?.(page)
      if (top !== undefined)
        await page
          .locator(top)
          .first()
          .evaluate((element) => {
            element.scrollIntoView()
            scrollBy(0, -12)
          })
      await page.mouse.move(width - 1, height - 1)
      await page.waitForTimeout(400)
      const bytes = await toWebp(blank, await page.screenshot())
      await page.close()
      if (bytes.length > most) throw new Failure(`${file}.webp would weigh ${bytes.length} bytes.`)
      const target = `${folder}/${file}.webp`
      const before = await readFile(target).catch(() => null)
      if (before === null || !before.equals(bytes)) await writeFile(target, bytes)
      console.log(`${target}: ${bytes.length} bytes`)
    }
  } finally {
    await browser.close()
    await close()
  }
})
