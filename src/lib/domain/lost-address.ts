// Which territory did an address without a page ask for?

/** Longest name that is repeated to the reader; those of the data have 25 letters. */
const MOST = 60

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // Not UTF-8: shown as it was written.
    return text
  }
}

/**
 * What stands in the place of a territory in the path, without anything that cannot be seen; null where the path
 * is of another kind. `start` is the path of the list of territories. It is a stranger's text: to be drawn as text, never as HTML.
 */
export function askedTerritory(path: string, start: string): string | null {
  if (!path.startsWith(start)) return null
  const [segment = ''] = path.slice(start.length).split('/')
  const name = decode(segment)
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .trim()
  const letters = Array.from(name)
  if (letters.length === 0) return null
  return letters.length > MOST ? `${letters.slice(0, MOST).join('')}…` : name
}
