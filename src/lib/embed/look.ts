// How does an embed look? What the query of its address may say; the numbers are in the path.

/** `auto`: that of the page around, as the browser tells it. */
export type LookTheme = 'light' | 'dark' | 'auto'

export interface Look {
  theme: LookTheme
  /** #rrggbb, null for the ink of the house. */
  accent: string | null
}

export const isColour = (text: string): boolean => /^#[0-9a-f]{6}$/i.test(text)

/** `?theme=dark&accent=755f00`, '' for the look of the house. */
export function lookQuery({ theme, accent }: Look): string {
  const query = new URLSearchParams()
  if (theme !== 'auto') query.set('theme', theme)
  if (accent !== null && isColour(accent)) query.set('accent', accent.slice(1).toLowerCase())
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}
