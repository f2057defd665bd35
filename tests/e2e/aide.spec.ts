// Does each guide lead where it says? Its steps are followed word for word: every control it names is found, and used.
import type { Locator, Page } from '@playwright/test'
import { type Control, controlsOf } from '../../src/lib/help/guide.ts'
import { GUIDES } from '../../src/lib/help/guides.ts'
import { expectAccessible } from './support/axe.ts'
import { alive, saveData } from './support/dashboard.ts'
import { expect, test } from './support/test.ts'

test.beforeEach(async ({ context }) => {
  await saveData(context)
  await context.addInitScript(() => {
    // What is copied is asked for and not kept: a browser under test may have no clipboard.
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.resolve() } })
  })
})

const fold = (words: string): string => words.replace(/\s+/g, ' ').trim()

function find(page: Page, { name, role }: Control): Locator {
  if (role === 'text') return page.getByText(name, { exact: true }).filter({ visible: true }).first()
  if (role === 'field') return page.getByRole('combobox', { name, exact: true })
  // The words of a choice may be followed by what it means.
  if (role === 'radio' || role === 'option') return page.getByRole(role, { name }).first()
  return page.getByRole(role, { name, exact: true }).first()
}

async function use(page: Page, control: Control): Promise<void> {
  const found = find(page, control)
  await expect(found, `${control.role} "${control.name}" on ${page.url()}`).toBeVisible()
  const { does } = control
  if (does === undefined) return
  if ('write' in does) await found.fill(does.write)
  else if ('choose' in does) await found.selectOption(does.choose)
  else if (control.role === 'radio') await found.check({ force: true })
  else await found.click()
}

for (const guide of GUIDES)
  test(`the guide "${guide.title}" is followed word for word`, async ({ page }) => {
    test.slow()
    await page.goto('/aide/')
    await page.getByRole('link', { name: guide.title }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(guide.title)
    const items = page.locator('ol.guide > li')
    await expect(items).toHaveCount(guide.steps.length)
    // What the reader reads is what is followed below.
    for (const [index, step] of guide.steps.entries()) {
      const said = await items.nth(index).locator('strong').allTextContents()
      expect(said.map(fold)).toEqual(controlsOf(step).map(({ name, said: other }) => other ?? name))
      if (step.at) await expect(items.nth(index).getByRole('link')).toHaveAttribute('href', step.at.path)
      if (step.command !== undefined) await expect(items.nth(index).locator('code')).toHaveText(step.command)
      if (step.picture) {
        await items.nth(index).locator('img').scrollIntoViewIfNeeded()
        await expect
          .poll(() =>
            items
              .nth(index)
              .locator('img')
              .evaluate((image: HTMLImageElement) => image.naturalWidth)
          )
          .toBeGreaterThan(0)
      }
    }
    await expectAccessible(page)

    for (const [index, step] of guide.steps.entries()) {
      const before = guide.steps[index - 1]
      if (step.at && before && controlsOf(before).some(({ role }) => role === 'option'))
        await expect(page, 'led there by the step before').toHaveURL(new RegExp(`${step.at.path}$`))
      else if (step.at) {
        await page.goto(step.at.path)
        await alive(page)
      }
      for (const control of controlsOf(step)) {
        await use(page, control)
        // The file that the reader chooses after these words.
        if (control.name === 'Choisir un fichier') {
          const link = page.getByRole('link', { name: 'Exemple fictif (CSV)' }).first()
          const example = await page.request.get((await link.getAttribute('href')) ?? '')
          await page
            .locator('input[type=file]')
            .setInputFiles({ name: 'journal.csv', mimeType: 'text/csv', buffer: await example.body() })
        }
      }
    }
  })

test('the guides read in the dark and on a small screen, and without script', async ({ browser, watch }) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    colorScheme: 'dark',
    viewport: { width: 320, height: 800 }
  })
  await watch(context)
  const page = await context.newPage()
  for (const path of ['/aide/', ...GUIDES.map(({ id }) => `/aide/${id}/`)]) {
    await page.goto(path)
    await expect(page.getByRole('contentinfo').getByRole('link', { name: 'Aide', exact: true })).toBeVisible()
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth
    )
    expect(wider, path).toBeLessThanOrEqual(0)
  }
  await context.close()
})
