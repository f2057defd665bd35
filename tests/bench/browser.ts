// Which Chromium is everything measured in, and how is it started?
import { chromium, type Browser } from '@playwright/test'
import { findBrowser } from '../../scripts/browser.js'

const FLAGS = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])
]

/** @param port of its debugging protocol, for Lighthouse */
export async function launch(port: number): Promise<Browser> {
  const found = await findBrowser()
  return chromium.launch({
    args: [...FLAGS, `--remote-debugging-port=${port}`],
    ...(found === null ? {} : { executablePath: found.path })
  })
}
