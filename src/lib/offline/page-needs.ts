// Which files does a page need to open and come alive without a network? What its own HTML and styles name, and nothing late.

/** Engine, map and exports come by `import()`: no HTML names them, so they are never among these. */
const IN_PAGE = /["'(]([^"'()\s]*\/_app\/immutable\/[^"'()\s]+)["')]/g
const IN_STYLE = /url\(\s*["']?([^"')\s]+)["']?\s*\)/g

function resolved(text: string, pattern: RegExp, from: string): string[] {
  const found = [...text.matchAll(pattern)].map(([, address = '']) => address)
  const here = found.filter((address) => !address.startsWith('data:') && URL.canParse(address, from))
  return [...new Set(here.map((address) => new URL(address, from).href))]
}

/** Absolute addresses of the chunks and styles of a page at `from`. */
export function neededByPage(html: string, from: string): string[] {
  return resolved(html, IN_PAGE, from)
}

/** Absolute addresses of the fonts and images of a style sheet at `from`. */
function neededByStyle(css: string, from: string): string[] {
  return resolved(css, IN_STYLE, from)
}

/** Is this the module that brings a page to life, with its data and the list of its chunks? */
export const startsPage = (url: string): boolean => url.includes('/_app/immutable/pages/')

/** How a file of this path tells what it needs: a style sheet its fonts, the module that starts a page its chunks; null for the rest. */
export function needsOf(path: string): ((text: string, from: string) => string[]) | null {
  if (path.endsWith('.css')) return neededByStyle
  return startsPage(path) ? neededByPage : null
}

/** The pages right under a list that it leads to: absolute addresses, in its order. `list` is the address of that page. */
export function linkedUnder(list: string, html: string): string[] {
  const linked = resolved(html, /\shref="([^"?#]+)"/g, list)
  return linked.filter((url) => url.startsWith(list) && /^[\w-]+\/$/.test(url.slice(list.length)))
}
