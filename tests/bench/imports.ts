// What do the checks of a visitor's file cost? A million rows through the page, against PapaParse alone on the same file.

import { readdir, readFile } from 'node:fs/promises'
import type { Browser, Page } from '@playwright/test'

export interface ImportBench {
  rows: number
  bytes: number
  /** ms from the click to the report, every check on. */
  page: number
  /** ms of PapaParse on the same file, pieces of the same size, nothing kept. */
  papa: number
  /** The longest task of the page's own thread meanwhile, ms; 0 when none passed 50. */
  longest: number
  /** Bytes that the page's process, its worker included, held at most beyond what it held with the file in memory. */
  memory: number
}

const PIECE = 262_144
/** ms between two looks at the memory. */
const LOOK = 100

/** Bytes that the largest page of a browser holds, as Linux counts them; NaN elsewhere. */
async function resident(): Promise<number> {
  const processes = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name))
  const sizes = await Promise.all(
    processes.map(async (id) => {
      const [command, status] = await Promise.all(
        ['cmdline', 'status'].map((file) => readFile(`/proc/${id}/${file}`, 'utf8').catch(() => ''))
      )
      if (!command?.includes('--type=renderer')) return 0
      return 1024 * Number(/VmRSS:\s+(\d+)/.exec(status ?? '')?.[1] ?? 0)
    })
  )
  return processes.length === 0 ? Number.NaN : Math.max(...sizes)
}

/** What it holds at most until the end of `work`, beyond what it held before. */
async function peakDuring(work: () => Promise<void>): Promise<number> {
  const before = await resident()
  let most = before
  const timer = setInterval(() => void resident().then((bytes) => (most = Math.max(most, bytes))), LOOK)
  await work()
  clearInterval(timer)
  return most - before
}

/** Makes the file in the page and keeps it as `window.file`: nothing of 60 MB crosses from here. */
async function makeFile(page: Page, rows: number): Promise<number> {
  return await page.evaluate((count) => {
    const places = ['Orvault', 'Rennes', 'Nantes', 'Rezé', 'Angers', 'Saint-Nazaire']
    const programmes = ['Médiation de jour', 'EDS', 'Médiation de quartier']
    const parts = ['numero;date;lieu;dispositif;nature;nombre;personnes;duree\r\n']
    for (let start = 0; start < count; start += 10_000) {
      let part = ''
      for (let index = start; index < Math.min(count, start + 10_000); index += 1)
        part += `${index};${10 + (index % 19)}/${10 + (index % 3)}/2022;${places[index % 6] ?? ''};${programmes[index % 3] ?? ''};interventions;${(index % 9) + 1};${index % 5};${index % 60}\r\n`
      parts.push(part)
    }
    const file = new File(parts, 'journal.csv')
    Object.assign(globalThis, { file })
    return file.size
  }, rows)
}

async function papaAlone(page: Page): Promise<number> {
  const source = await readFile('node_modules/papaparse/papaparse.min.js', 'utf8')
  await page.evaluate(source)
  return await page.evaluate(
    (chunkSize) =>
      new Promise<number>((resolve) => {
        const { Papa, file } = globalThis as unknown as {
          Papa: { parse: (file: File, config: object) => void }
          file: File
        }
        const start = performance.now()
        let rows = 0
        Papa.parse(file, {
          delimiter: ';',
          newline: '\r\n',
          chunkSize,
          chunk: ({ data }: { data: unknown[] }) => (rows += data.length),
          complete: () => resolve(rows > 0 ? performance.now() - start : Number.NaN)
        })
      }),
    PIECE
  )
}

export async function importBench(browser: Browser, address: string, rows = 1_000_000): Promise<ImportBench> {
  const page = await browser.newPage()
  // tsx names functions by a helper that the page does not have.
  await page.addInitScript('globalThis.__name = (named) => named')
  await page.goto(new URL('donnees/importer/', address).href)
  await page.waitForLoadState('networkidle')
  const bytes = await makeFile(page, rows)
  const papa = await papaAlone(page)
  await page.evaluate(() => {
    const data = new DataTransfer()
    data.items.add((globalThis as unknown as { file: File }).file)
    document
      .querySelector('[role=group][aria-label="Choisir un fichier"]')
      ?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
  })
  const button = page.getByRole('button', { name: 'Contrôler les lignes' })
  await button.waitFor()
  await page.evaluate(() => {
    const tasks: number[] = []
    Object.assign(globalThis, { tasks })
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration)
    }).observe({ entryTypes: ['longtask'] })
  })
  const now = (): Promise<number> => page.evaluate(() => performance.now())
  let [start, end] = [0, 0]
  const memory = await peakDuring(async () => {
    start = await now()
    await button.click()
    await page.getByRole('heading', { name: /lignes lues/ }).waitFor({ timeout: 300_000 })
    end = await now()
  })
  const longest = await page.evaluate(() =>
    Math.max(0, ...(globalThis as unknown as { tasks: number[] }).tasks)
  )
  await page.close()
  return { rows, bytes, page: end - start, papa, longest, memory }
}
