// How long does a million rows of a visitor's file take with every check on, beside PapaParse alone in the same browser?
import type { Browser } from '@playwright/test'
import { importBench } from '../imports.ts'

/** A table of Markdown. @param address of the site, served */
export async function importPart(browser: Browser, address: string): Promise<string> {
  const { rows, bytes, page, papa, longest, memory } = await importBench(browser, address)
  return [
    `${rows} rows, ${(bytes / 1e6).toFixed(0)} MB`,
    '',
    '| what | |',
    '| --- | ---: |',
    `| every check on, ms | ${page.toFixed(0)} |`,
    `| PapaParse alone, ms | ${papa.toFixed(0)} |`,
    `| ratio | ${(page / papa).toFixed(2)} |`,
    `| longest task of the page, ms (0: under 50) | ${longest.toFixed(0)} |`,
    `| memory at its peak, beyond the file, MB | ${(memory / 1e6).toFixed(0)} |`
  ].join('\n')
}
