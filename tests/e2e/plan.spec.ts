// Does the plan of the site lead to every page, once, and is it found from every page?
import { pages } from './support/build.ts'
import { expect, test } from './support/test.ts'

/** Frozen pages are reached from their live ones; embeds, files and the pages that say what is not there are no part of the site. */
const APART = /^\/(v|embed)\/|^\/(404|hors-ligne)\/|fiche\.html$|^\/404\.html$/
const built = pages()
  .filter(({ path }) => !APART.test(path))
  .map(({ path, text }) => ({ path: path.replace(/index\.html$/, ''), text }))

test('it leads to every page of the build, once', async ({ page }) => {
  await page.goto('/plan/')
  const links = await page
    .locator('main section a')
    .evaluateAll((all) => all.map((one) => new URL((one as HTMLAnchorElement).href).pathname))
  expect(links.toSorted()).toEqual(built.map(({ path }) => path).toSorted())
  expect(links.length).toBeGreaterThan(150)
})

test('the foot of every page leads to it', () => {
  for (const { path, text } of built) expect.soft(text, path).toMatch(/<footer[\s\S]*href="\/plan\/"/)
})
