// Does a checked journal become what may be published, in the browser alone, its small numbers hidden?
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { encode } from '../../src/lib/csv/encode-fixture.ts'
import { expectAccessible } from './support/axe.ts'
import { wakeUp } from './support/dashboard.ts'
import { expect, test } from './support/test.ts'

const HEADER = 'date;commune;dispositif;nature;nombre;personnes;durée'
const row = (commune: string, nombre: number, more = 'Médiation à l’école;appels', year = 2022): string =>
  `14/03/${year};${commune};${more};${nombre};${nombre};0h45`

async function check(page: Page, lines: readonly string[], header = HEADER): Promise<void> {
  await page.goto('/donnees/importer/')
  await wakeUp(page)
  const buffer = Buffer.from(encode([header, ...lines, ''].join('\r\n'), 'windows-1252'))
  await page.locator('input[type=file]').setInputFiles({ name: 'journal.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Contrôler les lignes' }).click()
  await expect(page.getByRole('heading', { level: 2, name: /lignes? lue/ })).toBeFocused()
}
const prepare = (page: Page) => page.getByRole('button', { name: 'Préparer la publication' }).click()

async function saved(page: Page, name: RegExp): Promise<{ name: string; text: string }> {
  const button = page.getByRole('button', { name })
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()])
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') }
}

test('observations and what is hidden are saved, small numbers secret @fault-19', async ({ page }) => {
  await check(page, [
    row('Rezé', 3),
    row('Nantes', 40),
    row('Rennes', 300),
    row('Rennes', 7, undefined, 2021)
  ])
  const asked: string[] = []
  page.context().on('request', (request) => asked.push(new URL(request.url()).pathname))
  await prepare(page)
  const said = page.getByRole('status').filter({ hasText: '2022' })
  await expect(said).toContainText(/2022\s: \d+ nombres publiés, \d+ cachés\./)
  await expect(page.getByText(/cachés? par le seuil/)).toBeVisible()
  await expect(page.getByText(/cachés? en complément/)).toBeVisible()
  await expect(page.getByText(/de 1 à 10\s: mineurs/)).toBeVisible()
  await expectAccessible(page)

  const observations = await saved(page, /Enregistrer les observations/)
  expect(observations.name).toBe('observations.csv')
  const [header, ...rows] = observations.text.trim().split('\n')
  expect(header).toMatch(/^id,indicator,territory,site,programme,period_start,period_end,value,unit,mark,/)
  const calls = rows.filter((line) => line.startsWith('journal-calls-')).map((line) => line.split(','))
  expect(calls.map((cells) => [cells[2], cells[7], cells[9]?.split('|')[0]])).toEqual(
    expect.arrayContaining([
      ['rennes', '300', 'partial_period'],
      ['reze', '', 'secret'],
      ['nantes', '', 'secret']
    ])
  )
  const hidden = await saved(page, /Enregistrer ce qui est caché/)
  expect(hidden.name).toBe('secret.csv')
  expect(hidden.text).toMatch(/^\uFEFFindicateur;lieu;dispositif;annee;raison\r\n/)
  expect(hidden.text).toMatch(/Rezé;.*Moins de 11/)
  expect(hidden.text).toMatch(/Nantes;.*soustraction/)

  await page.getByLabel('Année').selectOption('2021')
  await expect(page.getByRole('status').filter({ hasText: /2021\s:/ })).toBeVisible()
  expect(asked.filter((path) => !/^\/(_app\/|[0-9a-f-]{36}$)/.test(path))).toEqual([])
})

test('a column of names is refused with its remedy, the page alive', async ({ page }) => {
  await check(page, [`${row('Nantes', 40)};Camille`, `${row('Rennes', 50)};Sarah`], `${HEADER};saisi par`)
  await prepare(page)
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('ce qui ressemble à des données personnelles')
  await expect(alert.getByRole('listitem')).toContainText(/«\ssaisi par\s».*Retirez la colonne/)
  await expect(page.getByRole('button', { name: /Enregistrer les observations/ })).toHaveCount(0)
  await page.getByRole('button', { name: 'Choisir un autre fichier' }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'Choisir un fichier' })).toBeFocused()
})
