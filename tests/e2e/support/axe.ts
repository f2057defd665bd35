// Which accessibility rules does a page break?
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Fails with one line a broken rule: its name, what it asks, and the first elements at fault. */
export async function expectAccessible(page: Page, within?: string): Promise<void> {
  // Only what is broken is gathered: what passes is thousands of nodes that nobody reads.
  const options = { runOnly: { type: 'tag' as const, values: RULES }, resultTypes: ['violations' as const] }
  const builder = new AxeBuilder({ page }).options(options)
  if (within !== undefined) builder.include(within)
  const { violations } = await builder.analyze()
  const lines = violations.map(({ id, help, nodes }) => {
    const targets = nodes.slice(0, 3).map((node) => node.target.join(' '))
    return `${id}: ${help} (${nodes.length}×) ${targets.join(' | ')}`
  })
  expect(lines, `accessibility of ${page.url()}`).toEqual([])
}
