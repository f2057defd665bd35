// Is a visitor's own file read, explained, mended and kept in the browser, whatever is wrong with it?
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { encode } from '../../src/lib/csv/encode-fixture.ts'
import { noteWords, refusalWords } from '../../src/lib/csv/refusal-words.ts'
import { french } from '../../src/lib/domain/format.ts'
import { pairs, seeded, singles, type CorpusFile } from '../corpus/corpus.ts'
import { expectAccessible } from './support/axe.ts'
import { wakeUp } from './support/dashboard.ts'
import { FULL } from './support/looks.ts'
import { expect, test } from './support/test.ts'

const PAGE = '/donnees/importer/'
const HEADER = 'numero;date;commune;dispositif;nature;nombre;personnes;durée\r\n'

/** A journal in Windows-1252, as French Excel writes it. */
const journal = (...lines: string[]): Uint8Array =>
  encode(HEADER + lines.join('\r\n') + '\r\n', 'windows-1252')
const MARCH = journal(
  '1;14/03/2022;Orvault;Citoyenneté et Prévention;appels;3;2;0h45',
  '2;14/03/2022;Orvaut;Citoyenneté et Prévention;appels;1;2;0h45',
  '3;15/03/2022;Orvaut;Citoyenneté et Prévention;appels;1;;',
  '4;16/03/2022;Rezé;Médiation à l’école;interventions;deux;;1h30',
  '5;31/02/2022;Rezé;Médiation à l’école;interventions;1;;'
)

/** The page, once it is alive. */
async function open(page: Page): Promise<void> {
  await page.goto(PAGE)
  await wakeUp(page)
}
async function choose(page: Page, bytes: Uint8Array, name = 'journal.csv'): Promise<void> {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(bytes) })
}
const heading = (page: Page, name: RegExp | string) => page.getByRole('heading', { level: 2, name })
const button = (page: Page, name: RegExp | string) => page.getByRole('button', { name })

async function check(page: Page, bytes: Uint8Array): Promise<void> {
  await choose(page, bytes)
  await expect(heading(page, 'Vérifier la lecture')).toBeFocused()
  await button(page, 'Contrôler les lignes').click()
  await expect(heading(page, /lignes? lue/)).toBeFocused()
}
async function saved(page: Page, name: RegExp): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), button(page, name).click()])
  return await readFile(await file.path(), 'utf8')
}

test('a journal of French Excel is read, mended in place and taken away', async ({ page }) => {
  await open(page)
  await choose(page, MARCH)
  await expect(page.getByLabel('Encodage')).toHaveValue('windows-1252')
  await expect(page.getByLabel('Séparateur')).toHaveValue(';')
  await expect(page.getByRole('cell', { name: 'Citoyenneté et Prévention' }).first()).toBeVisible()
  await expect(page.getByLabel('Site ou commune')).toHaveValue('2')
  await button(page, 'Contrôler les lignes').click()
  await expect(heading(page, '5 lignes lues : 1 acceptée, 4 à corriger.')).toBeFocused()

  const problems = await saved(page, /Enregistrer les problèmes/)
  expect(problems).toContain('\r\n3;lieu;Orvaut;refusée;')
  expect(problems.split('\r\n')).toHaveLength(6)

  await expect(page.getByText('2 lignes : 3, 4')).toBeVisible()
  await button(page, 'Orvault ?').click()
  await page.getByText('Ce n’est pas un nombre.').click()
  await page.getByLabel('Nombre d’actes, ligne 5').fill('2')
  await page.getByLabel('Nombre d’actes, ligne 5').blur()
  await expect(page.getByText('2 corrections sont prêtes')).toBeVisible()
  await button(page, 'Relire avec les corrections').click()
  await expect(heading(page, '5 lignes lues : 4 acceptées, 1 à corriger.')).toBeFocused()
  await page.getByLabel('Date, ligne 6').fill('28/02/2022')
  await page.getByLabel('Date, ligne 6').blur()
  await button(page, 'Relire avec les corrections').click()
  await expect(heading(page, '5 lignes lues, toutes acceptées.')).toBeFocused()

  const rows = (await saved(page, /Enregistrer les lignes acceptées/)).trim().split('\n')
  expect(rows[0]).toBe('id,date,place,programme,act,count,people,duration')
  expect(rows[2]).toBe('2,2022-03-14,orvault,citoyennete-prevention,calls,1,2,45')
  expect(rows[4]).toBe('4,2022-03-16,reze,mediation-ecole,interventions_day,2,,90')
  expect(rows).toHaveLength(6)
})

test('nothing of the file leaves the browser', async ({ page }) => {
  await open(page)
  const asked: string[] = []
  page
    .context()
    .on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`))
  await check(page, MARCH)
  await saved(page, /Enregistrer les lignes acceptées/)
  for (const request of asked)
    expect(request).toMatch(/^GET (\/donnees\/codes\.json|\/_app\/immutable\/.*\.(js|css)|\/[0-9a-f-]{36})$/)
  expect(asked).toContain('GET /donnees/codes.json')
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
})

test('what was found of the file can be corrected @fault-25', async ({ page }) => {
  await open(page)
  await choose(page, encode('date;commune,note\n14/03/2022;Rezé,x\n15/03/2022;Orvault,y\n', 'utf-8'))
  const cells = page.getByRole('region', { name: 'Premières lignes du fichier' }).getByRole('cell')
  await expect(cells.nth(1)).toHaveText('Rezé,x')
  await page.getByLabel('Encodage').selectOption('windows-1252')
  await expect(cells.nth(1)).toHaveText('RezÃ©,x')
  await page.getByLabel('Encodage').selectOption('utf-8')
  await page.getByLabel('Séparateur').selectOption(',')
  await expect(cells.first()).toHaveText('14/03/2022;Rezé')
})

test('columns are matched by hand when their names say nothing', async ({ page }) => {
  await open(page)
  await choose(page, encode('a;b;c;d;e\n14/03/2022;Orvault;EDS;appels;2\n', 'utf-8'))
  await expect(button(page, 'Contrôler les lignes')).toBeDisabled()
  await expect(page.getByText(/Il manque des colonnes obligatoires/)).toBeVisible()
  const fields = ['Date', 'Site ou commune', 'Dispositif', 'Nature de l’acte', 'Nombre d’actes']
  for (const [index, field] of fields.entries())
    await page.getByLabel(field, { exact: true }).selectOption(String(index))
  await button(page, 'Contrôler les lignes').click()
  await expect(heading(page, '1 ligne lue, acceptée.')).toBeFocused()
})

test('lines of a spreadsheet can be pasted', async ({ page }) => {
  await open(page)
  await page.getByText('Coller des lignes depuis un tableur').click()
  await page
    .getByLabel('Lignes, en-tête comprise')
    .fill('date\tlieu\tdispositif\tnature\tnombre\n14/03/2022\tOrvault\tEDS\tappels\t2\n')
  await button(page, 'Lire ces lignes').click()
  await expect(page.getByLabel('Séparateur')).toHaveValue('\t')
  await button(page, 'Contrôler les lignes').click()
  await expect(heading(page, '1 ligne lue, acceptée.')).toBeFocused()
})

/** Drops a file made in the page of one text, repeated: what is large need not cross from the test. */
async function drop(page: Page, name: string, start: string, repeated: string, times: number): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([file, first, part, count]) => {
      const data = new DataTransfer()
      data.items.add(new File([first, ...Array<BlobPart>(count).fill(part)], file))
      return data
    },
    [name, start, repeated, times] as const
  )
  await page
    .getByRole('group', { name: 'Choisir un fichier' })
    .dispatchEvent('drop', { dataTransfer: transfer })
}

test('a dropped file of 500 MB is refused before it is read, and the page stays usable @fault-29', async ({
  page
}) => {
  await open(page)
  await drop(page, 'gros.csv', '', 'a'.repeat(1_000_000), 500)
  await expect(page.getByRole('alert')).toContainText(/500.Mo.*200.Mo/)
  await check(page, MARCH)
})

test('a long reading tells how far it is, stops when asked, and leaves the page alive @fault-29', async ({
  page
}) => {
  await open(page)
  const lines = ';14/03/2022;Orvault;Citoyenneté et Prévention;appels;3;2;0h45\r\n'.repeat(10_000)
  await drop(page, 'long.csv', HEADER, lines, 250)
  await button(page, 'Contrôler les lignes').click()
  await expect(heading(page, 'Contrôle des lignes')).toBeFocused()
  await expect(page.getByText(/Mo sur 1\d\d.Mo · [\d\u202f]+ lignes lues/)).toBeVisible()
  await button(page, 'Annuler').click()
  await expect(heading(page, 'Associer les colonnes')).toBeVisible()
  await page.waitForTimeout(500)
  await expect(heading(page, /lignes lues/)).toHaveCount(0)
  await button(page, 'Choisir un autre fichier').click()
  await check(page, MARCH)
})

test('a worker that cannot start is said, and the reader may go on', async ({ page, allow }) => {
  allow(/import\.worker|Failed to load resource|404/)
  await page.route(/import\.worker/, (route) => route.fulfill({ status: 404, body: '' }))
  await open(page)
  await choose(page, MARCH)
  await expect(page.getByRole('alert')).toContainText('Votre fichier est intact')
  await page.unroute(/import\.worker/)
  await button(page, 'Choisir un fichier').click()
  await expect(heading(page, 'Choisir un fichier')).toBeVisible()
})

test('the whole import by keyboard', async ({ page }) => {
  await open(page)
  const input = page.locator('input[type=file]')
  await input.focus()
  await expect(input).toBeFocused()
  await check(page, MARCH)
  // From the title the first stop is the first kind of problem.
  await page.keyboard.press('Tab')
  await expect(page.locator('.kinds summary').first()).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByLabel('À la place de « Orvaut »')).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Une correction est prête')).toBeVisible()
  await button(page, 'Relire avec les corrections').focus()
  await page.keyboard.press('Enter')
  await expect(heading(page, '5 lignes lues : 3 acceptées, 2 à corriger.')).toBeFocused()
})

for (const [width, colorScheme] of [
  [1280, 'light'],
  [390, 'dark']
] as const)
  test(`every step is accessible at ${width} px, ${colorScheme}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({ colorScheme })
    const fits = async (): Promise<void> => {
      await expectAccessible(page)
      const { clientWidth, scrollWidth } = await page.evaluate(() => {
        const { clientWidth, scrollWidth } = document.documentElement
        return { clientWidth, scrollWidth }
      })
      expect(scrollWidth).toBeLessThanOrEqual(clientWidth)
    }
    await open(page)
    await choose(page, Buffer.from('PK\u0003\u0004'))
    await expect(page.getByRole('alert')).toBeVisible()
    await fits()
    await choose(page, MARCH)
    await expect(heading(page, 'Vérifier la lecture')).toBeFocused()
    await fits()
    await button(page, 'Contrôler les lignes').click()
    await expect(heading(page, /lignes lues/)).toBeFocused()
    await page
      .locator('main details')
      .evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')))
    await fits()
  })

test('without script the page explains, and gives templates and schemas', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? '' })
  const page = await context.newPage()
  await page.goto(PAGE)
  await expect(page.getByText('La lecture d’un fichier demande JavaScript')).toBeVisible()
  await expect(page.locator('input[type=file]')).toBeHidden()
  await expect(page.getByRole('link', { name: 'Modèle vide (CSV)' })).toHaveCount(2)
  for (const link of await page.locator('main a[download]').all()) {
    const answer = await context.request.get((await link.getAttribute('href')) ?? '')
    expect(answer.status()).toBe(200)
  }
  await context.close()
})

/** What the page says of a file, against what the table of faults expects. */
async function expectCorpusFile(page: Page, { id, bytes, expected }: CorpusFile): Promise<void> {
  await choose(page, bytes, `${id}.csv`)
  if ('refusal' in expected) {
    const alert = page.getByRole('alert').filter({ hasText: `${id}.csv` })
    await expect(alert, id).toBeVisible()
    const facts = { columns: 3, found: 5000, most: 200, bytes: 0 }
    const { reason } = refusalWords({ code: expected.refusal, ...facts } as Parameters<
      typeof refusalWords
    >[0])
    await expect(alert, id).toContainText(french(reason))
    return
  }
  await expect(heading(page, 'Vérifier la lecture'), id).toBeFocused()
  await expect(page.getByLabel('Encodage'), id).toHaveValue(expected.encoding)
  await expect(page.getByLabel('Séparateur'), id).toHaveValue(expected.delimiter)
  const notes = page.locator('.notes li')
  await expect(notes, id).toHaveCount(expected.notes.length)
  if (expected.notes.includes('mixed_newlines'))
    await expect(notes.filter({ hasText: french(noteWords({ code: 'mixed_newlines' })) }), id).toHaveCount(1)
  if (expected.missing.length > 0) await expect(button(page, 'Contrôler les lignes'), id).toBeDisabled()
  else {
    await button(page, 'Contrôler les lignes').click()
    const title = heading(page, /lignes? lue/)
    await expect(title, id).toBeFocused()
    const { rows, accepted, problems } = expected
    const said = (await title.innerText()).match(/\d+/g)?.map(Number) ?? []
    // The number of the step, the rows, then the two parts of them where there are two.
    expect(said.slice(1, 4), id).toEqual(
      rows === accepted ? said.slice(1, 4).toSpliced(0, 1, rows) : [rows, accepted, rows - accepted]
    )
    await expect(page.locator('.kinds > details'), id).toHaveCount(Object.keys(problems).length)
    const counts = await page.locator('.kinds > details > summary .count').allInnerTexts()
    expect(counts.map((text) => Number.parseInt(text, 10)).toSorted(), id).toEqual(
      Object.values(problems).toSorted()
    )
  }
  await button(page, 'Choisir un autre fichier').click()
  await expect(heading(page, 'Choisir un fichier'), id).toBeFocused()
}

/** Pairs tried in the browser; all of them are tried in Node, and here with FULL=1. */
function sampledPairs(): CorpusFile[] {
  const all = pairs()
  if (FULL) return all
  const random = seeded(2021)
  return Array.from({ length: 40 }, () => all[Math.floor(random() * all.length)]!)
}

test('every fault of the corpus, alone @fault-25 @fault-26 @fault-27 @fault-28 @fault-30', async ({
  page
}) => {
  test.setTimeout(180_000)
  await open(page)
  for (const file of singles()) await expectCorpusFile(page, file)
})

test('pairs of faults of the corpus', async ({ page }) => {
  test.setTimeout(FULL ? 1_800_000 : 120_000)
  await open(page)
  for (const file of sampledPairs()) await expectCorpusFile(page, file)
})
