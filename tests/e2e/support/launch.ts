// A browser of its own, set as a reader or an administration may have set it: close it when the test is over.
import { chromium, type Browser } from '@playwright/test'
import { findBrowser } from '../../../scripts/browser.js'

/** @param args switches of Chromium */
export async function launch(args: readonly string[]): Promise<Browser> {
  const found = await findBrowser()
  return chromium.launch({
    ...(found === null ? {} : { executablePath: found.path }),
    args: [
      ...args,
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
      '--disable-background-networking',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])
    ]
  })
}
