// Does every way of choosing a part of the report lead to the same view, and do page, address and history agree?
import type { Page } from '@playwright/test'
import { choose, drawnValues, engineRequests, open, painted, saveData, settled } from './support/dashboard.ts'
import { expect, test } from './support/test.ts'

const WHOLE = 'L’activité d’Optima en 2021'

test.beforeEach(async ({ context }) => {
  await saveData(context)
})

/** Everything by which a reader sees what is chosen. */
interface Seen {
  address: string
  h1: string
  filters: string[]
  /** Pressed rows of the list, links of the drawings that are current. */
  listed: string[]
  linked: string[]
  /** What the key numbers say. */
  numbers: string[]
}

async function seen(page: Page): Promise<Seen> {
  return page.evaluate(() => {
    const texts = (selector: string): string[] =>
      [...document.querySelectorAll(selector)].map((element) => element.textContent.trim())
    return {
      address: location.pathname + location.search + location.hash,
      h1: texts('h1').join(),
      filters: [...document.querySelectorAll<HTMLSelectElement>('form[aria-label="Filtres"] select')].map(
        (select) => select.value
      ),
      listed: texts('#carte .list button[aria-pressed="true"] .name'),
      linked: texts('.drawing a[aria-current="true"]'),
      numbers: texts('.numbers .value strong')
    }
  })
}

const row = (page: Page, name: string) =>
  page.locator('#carte .list').getByRole('button', { name, exact: true })
const bar = (page: Page) => page.getByRole('form', { name: 'Filtres' })

test('a click on the map chooses a territory, then a place, and its card gives it back', async ({ page }) => {
  await open(page)
  await page.locator('#carte g.mark[data-id="region-nantes"] text.name').click()
  await settled(page, 'territoire=region-nantes')
  await expect
    .poll(() => seen(page))
    .toMatchObject({
      address: '/?territoire=region-nantes',
      h1: 'Région de Nantes, 2021',
      filters: ['region-nantes', '', '2021', 'produit'],
      linked: ['Région de Nantes', 'Région de Nantes'],
      listed: ['Toute la région\u00a0: Région de Nantes']
    })

  await page.locator('#carte g.mark[data-id="orvault"] text.name').click()
  await settled(page, 'territoire=orvault')
  await expect
    .poll(() => seen(page))
    .toMatchObject({
      address: '/?territoire=orvault',
      h1: 'Orvault, 2021',
      listed: ['Orvault'],
      numbers: ['17\u202f004', '398']
    })
  const card = page.locator('#carte article')
  await expect(card.getByRole('heading', { name: 'Orvault' })).toBeVisible()
  await expect(card).toContainText('17\u202f004')

  await card.getByRole('button', { name: /Fermer/ }).click()
  await settled(page, '')
  await expect.poll(() => seen(page)).toMatchObject({ address: '/', h1: WHOLE, listed: [] })
})

// The last column: how often the page draws that territory by name, in all its figures together.
for (const [figure, name, territory, links] of [
  ['produit', 'Angers', 'angers', 3],
  ['actes', 'Région de Rennes', 'region-rennes', 4]
] as const) {
  test(`a click on ${name} in the figure ${figure} chooses it, a second one gives it back`, async ({
    page
  }) => {
    await open(page)
    const link = page.locator(`#${figure}`).getByRole('link', { name, exact: true })
    await link.click()
    await settled(page, `territoire=${territory}`)
    await expect
      .poll(() => seen(page))
      .toMatchObject({
        address: `/?territoire=${territory}`,
        h1: `${name}, 2021`,
        filters: [territory, '', '2021', 'produit'],
        linked: Array.from({ length: links }, () => name)
      })
    await link.click()
    await settled(page, '')
    await expect.poll(() => seen(page)).toMatchObject({ address: '/', h1: WHOLE, linked: [] })
  })
}

test('a name in a drawing is a link: opened in another tab it gives the same view @fault-37', async ({
  page,
  context
}) => {
  await open(page)
  const link = page.locator('#produit').getByRole('link', { name: 'Île-de-France', exact: true })
  const [tab] = await Promise.all([
    context.waitForEvent('page'),
    link.click({ modifiers: ['ControlOrMeta'] })
  ])
  await settled(tab, 'territoire=region-ile-de-france')
  await expect(tab.locator('h1')).toHaveText('Île-de-France, 2021')
  await expect.poll(() => seen(page)).toMatchObject({ address: '/', h1: WHOLE })
})

test('the filter bar, a row of the list and the address lead to one and the same view', async ({ page }) => {
  await open(page)
  await choose(page, 'territoire', 'orvault')
  await settled(page, 'territoire=orvault')
  const byBar = await seen(page)
  const drawn = await drawnValues(page, 'main')
  expect(byBar).toMatchObject({ h1: 'Orvault, 2021', listed: ['Orvault'] })

  await bar(page).getByRole('button', { name: 'Retirer le filtre Territoire' }).click()
  await settled(page, '')
  await expect.poll(() => seen(page)).toMatchObject({ address: '/', h1: WHOLE })
  await row(page, 'Orvault').click()
  await settled(page, 'territoire=orvault')
  await expect.poll(() => seen(page)).toEqual(byBar)
  expect(await drawnValues(page, 'main')).toEqual(drawn)

  await page.reload()
  await settled(page, 'territoire=orvault')
  await expect.poll(() => seen(page)).toEqual(byBar)
  expect(await drawnValues(page, 'main')).toEqual(drawn)

  await row(page, 'Orvault').click()
  await settled(page, '')
  await expect.poll(() => seen(page)).toMatchObject({ address: '/', h1: WHOLE })
})

test('Back and Forward restore each choice, and a reload in the middle too @fault-37', async ({ page }) => {
  await open(page)
  const steps: [query: string, act: () => Promise<void>][] = [
    ['territoire=nantes', () => choose(page, 'territoire', 'nantes')],
    ['territoire=orvault', () => row(page, 'Orvault').click()],
    [
      'territoire=angers',
      () => page.locator('#produit').getByRole('link', { name: 'Angers', exact: true }).click()
    ],
    [
      'territoire=angers&dispositif=mediation-urbaine-angers',
      () => choose(page, 'dispositif', 'mediation-urbaine-angers')
    ],
    [
      'territoire=angers&dispositif=mediation-urbaine-angers&mesure=personnes',
      () => choose(page, 'mesure', 'personnes')
    ],
    ['mesure=personnes', () => bar(page).getByRole('button', { name: 'Tout afficher' }).click()]
  ]
  const states: { query: string; state: Seen }[] = [{ query: '', state: await seen(page) }]
  for (const [query, act] of steps) {
    await act()
    await settled(page, query)
    const state = await seen(page)
    expect(state.address).toBe(`/?${query}`)
    states.push({ query, state })
  }
  expect(new Set(states.map(({ state }) => state.h1)).size).toBe(5)

  const walk = async (index: number, go: () => Promise<unknown>): Promise<void> => {
    const { query, state } = states[index]!
    await go()
    await settled(page, query)
    await expect.poll(() => seen(page), `at ${query}`).toEqual(state)
  }
  for (let i = states.length - 2; i >= 0; i--) await walk(i, () => page.goBack())
  for (let i = 1; i <= 4; i++) await walk(i, () => page.goForward())
  await walk(4, () => page.reload())
  await walk(3, () => page.goBack())
  await walk(4, () => page.goForward())
  await walk(5, () => page.goForward())
})

test('the link of a figure keeps the choice, and Back still walks through the choices', async ({ page }) => {
  await open(page)
  await choose(page, 'territoire', 'nantes')
  await settled(page, 'territoire=nantes')
  await page.locator('#actes').getByRole('link', { name: 'Lien' }).click()
  await expect(page).toHaveURL(/\/\?territoire=nantes#actes$/)
  await choose(page, 'territoire', 'angers')
  await settled(page, 'territoire=angers')
  await page.goBack()
  await settled(page, 'territoire=nantes')
  await expect(page).toHaveURL(/\/\?territoire=nantes#actes$/)
  // Past the anchor and the choice, in one leap.
  await page.evaluate(() => history.go(-2))
  await settled(page, '')
  await expect(page.locator('h1')).toHaveText(WHOLE)
  expect(new URL(page.url()).search).toBe('')
})

test('the link to copy is the address of what is shown', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, 'territoire=orvault&mesure=personnes')
  await bar(page).getByRole('button', { name: 'Copier le lien' }).click()
  await expect(page.getByText('Lien copié')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url())
  await page.locator('#actes').getByRole('link', { name: 'Lien' }).click()
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(/\?territoire=orvault&mesure=personnes#actes$/)
})

test('a place chosen anywhere moves the map to it', async ({ page }) => {
  await open(page)
  const view = page.getByRole('group', { name: 'Voir' }).locator('button[aria-pressed="true"]')
  await expect(view).toHaveText('Tout')
  await row(page, 'Orvault').click()
  await settled(page, 'territoire=orvault')
  await expect(view).toHaveText('Nantes')
  await choose(page, 'territoire', 'angers')
  await settled(page, 'territoire=angers')
  await expect(view).toHaveText('Angers')
  await page.goBack()
  await settled(page, 'territoire=orvault')
  await expect(view).toHaveText('Nantes')
  await bar(page).getByRole('button', { name: 'Tout afficher' }).click()
  await settled(page, '')
  await expect(view).toHaveText('Tout')
})

test.describe('the address', () => {
  for (const [alias, id, h1] of [
    ['44114', 'orvault', 'Orvault, 2021'],
    ['region-paris', 'region-ile-de-france', 'Île-de-France, 2021'],
    ['ORVAULT', 'orvault', 'Orvault, 2021']
  ] as const) {
    test(`understands territoire=${alias}`, async ({ page }) => {
      await open(page, `territoire=${alias}`, `territoire=${id}`)
      await expect(page.locator('h1')).toHaveText(h1)
      expect((await seen(page)).filters[0]).toBe(id)
      await expect(page.getByText('n’existe pas ici')).toHaveCount(0)
    })
  }

  test('says which values of ours it ignores, and applies the rest @fault-32', async ({ page }) => {
    await open(
      page,
      'territoire=atlantide&dispositif=mediation-ecole&annee=1871&mesure=%3Cb%3Ex',
      'dispositif=mediation-ecole'
    )
    const said = page.getByText('n’existe pas ici')
    await expect(said).toHaveCount(3)
    for (const words of ['territoire=atlantide', 'annee=1871', 'mesure=<b>x'])
      await expect(said.filter({ hasText: words })).toBeVisible()
    await expect
      .poll(() => seen(page))
      .toMatchObject({
        h1: 'Médiation à l’école, 2021',
        filters: ['', 'mediation-ecole', '2021', 'produit']
      })
    await choose(page, 'dispositif', '')
    await settled(page, '')
    await expect(said).toHaveCount(0)
    expect(new URL(page.url()).search).toBe('')
  })

  test('ignores in silence what is not ours, and asks no engine for it @fault-32', async ({ page }) => {
    const asked = engineRequests(page)
    await page.goto('/?utm_source=lettre&fbclid=x&theme=dark&t=rennes,nantes&__proto__=1&territoire=')
    await settled(page, '')
    await expect(page.locator('h1')).toHaveText(WHOLE)
    await expect(page.getByText('n’existe pas ici')).toHaveCount(0)
    await page.waitForLoadState('networkidle')
    expect(asked).toEqual([])
  })
})

test('where the produit is not published, two ways out lead to where it is @fault-20', async ({ page }) => {
  for (const [exit, query] of [
    ['Voir le produit par territoire', ''],
    ['Retirer « Médiation à l’école »', 'mesure=personnes']
  ] as const) {
    await open(page, 'dispositif=mediation-ecole&mesure=personnes')
    const produit = page.locator('#produit')
    await expect(produit.getByRole('heading', { level: 2 })).toContainText('non publié')
    await expect(produit.getByText('Ce n’est pas un zéro')).toBeVisible()
    await expect(produit.locator('.drawing')).toHaveCount(0)
    await expect(produit.locator('.exits button')).toHaveCount(2)
    await produit
      .getByRole('button', { name: exit.replaceAll(' »', '\u202f»').replaceAll('« ', '«\u202f') })
      .click()
    await settled(page, query)
    // The pointer may rest on a value now, whose card says it too.
    await expect(produit.getByRole('button', { name: /^449.k€/ })).toBeVisible()
    await expect
      .poll(() => seen(page))
      .toMatchObject({
        address: query === '' ? '/' : `/?${query}`,
        h1: WHOLE
      })
  }
})

test('a place without a number is said to have none, never zero @fault-20', async ({ page }) => {
  await open(page, 'territoire=brest')
  await expect(page.locator('h1')).toHaveText('Brest, 2021')
  await expect(page.getByRole('list', { name: 'Chiffres clés' })).toHaveText(
    /aucun chiffre pour ce choix. Absent n’est pas zéro/
  )
  await expect(page.locator('#carte article')).toContainText('Aucun chiffre publié pour ce lieu seul')
  await expect(page.locator('#actes').getByRole('heading', { level: 2 })).toHaveText(/Brest.*non publié/)
  await expect(page.locator('#produit')).toContainText('Aucun produit n’est publié pour Brest')
  await expect(page.locator('#stagiaires')).toContainText(
    'Aucun nombre de stagiaires n’est publié pour Brest'
  )
  const values = await drawnValues(page, 'main')
  expect(values.length).toBeGreaterThan(5)
  expect(values.filter(({ text }) => /^0(\D|$)/.test(text))).toEqual([])
})

test('another measure changes the map and its table without the engine', async ({ page }) => {
  const asked = engineRequests(page)
  await open(page)
  const heads = page.locator('#carte .list summary .value')
  await expect(heads.first()).toHaveText('2\u202f076\u00a0k€')
  await choose(page, 'mesure', 'personnes')
  await settled(page, 'mesure=personnes')
  await expect(heads.first()).toHaveText('11\u202f355')
  await expect(page.locator('#carte-tableau')).toContainText('Personnes rencontrées')
  await expect(page.locator('#carte svg.overlay circle.circle')).not.toHaveCount(0)
  await choose(page, 'mesure', 'interventions')
  await settled(page, 'mesure=interventions')
  await expect(page.locator('#carte svg.overlay circle.circle')).toHaveCount(0)
  await expect(page.locator('#carte .note').filter({ hasText: 'Pas de cercle pour les actes' })).toBeVisible()
  await expect(page.locator('h1')).toHaveText(WHOLE)
  await page.goBack()
  await settled(page, 'mesure=personnes')
  expect((await seen(page)).filters[3]).toBe('personnes')
  expect(asked).toEqual([])
  expect(await painted(page)).toContain('mesure=interventions')
})
