// Which colours does the page have now, and when do they change?

import { THEME_TOKENS } from './layers.ts'
import type { MapTheme } from './layers.ts'

/**
 * Reads the tokens as they apply inside an element. MapLibre cannot read custom properties, and theirs may be
 * light-dark(…), which only a real property resolves: a hidden probe wears each one as its colour.
 */
export function readTheme(element: Element): MapTheme {
  const probe = element.ownerDocument.createElement('span')
  probe.hidden = true
  // In forced colours every colour would be that of the text: a map all black. Its names and marks are forced, not its ground.
  probe.style.forcedColorAdjust = 'none'
  element.append(probe)
  const entries = THEME_TOKENS.map((name) => {
    probe.style.color = `var(--${name})`
    return [name, getComputedStyle(probe).color]
  })
  probe.remove()
  return Object.fromEntries(entries) as MapTheme
}

/** Calls back when the theme may have changed: by the switch of the page or by the system. Returns the cleanup. */
export function watchTheme(changed: () => void): () => void {
  const root = new MutationObserver(changed)
  root.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['data-theme', 'class', 'style']
  })
  const system = matchMedia('(prefers-color-scheme: dark)')
  system.addEventListener('change', changed)
  return () => {
    root.disconnect()
    system.removeEventListener('change', changed)
  }
}
