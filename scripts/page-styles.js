// Which rules does a page need, and which may come later or never? The style sheets of a page are those of every component
// that it could show. Svelte marks each rule with a class of its component: a selector with a mark that is not on the page
// selects nothing there.
import postcss from 'postcss'

/**
 * @param {string} html
 * @returns {(selector: string) => boolean} whether something on the page may be selected
 */
function selecting(html) {
  const known = new Set(html.match(/\bsvelte-[a-z0-9]+/g) ?? [])
  return (selector) => (selector.match(/\bsvelte-[a-z0-9]+/g) ?? []).every((mark) => known.has(mark))
}

/**
 * The same by every class of a selector, for a page whose elements are all there. What stands in brackets is not looked
 * at: `:not(.x)` selects where no x is.
 * @param {string} html
 * @param {string} script that may give an element a class, by its name in quotes
 * @returns {(selector: string) => boolean}
 */
function selectingClasses(html, script) {
  const known = new Set([
    ...Array.from(html.matchAll(/\bclass="([^"]*)"/g), ([, names = '']) => names.split(/\s+/)).flat(),
    ...(script.match(/(?<=')[\w-]+(?=')/g) ?? [])
  ])
  const marked = selecting(html)
  return (selector) =>
    marked(selector) &&
    (selector.replace(/\((?:[^()]|\([^()]*\))*\)/g, '').match(/(?<=\.)-?[_a-z][\w-]*/gi) ?? []).every(
      (name) => known.has(name)
    )
}

/**
 * The rules that a page can use as it is, for one whose script makes no element.
 * @param {string} css
 * @param {string} html
 * @param {string} [script] of the page
 * @returns {string}
 */
export function usedRules(css, html, script = '') {
  const selects = selectingClasses(html, script)
  const root = postcss.parse(css)
  // The font of the site stays out: an opaque origin may be refused it, and the system's paints at once.
  root.walkAtRules('font-face', (rule) => void rule.remove())
  root.walkRules((rule) => {
    const used = rule.selectors.filter(selects)
    if (used.length === 0) rule.remove()
    else rule.selectors = used
  })
  dropUnread(root, html)
  root.walkAtRules((rule) => {
    if (rule.nodes?.length === 0) rule.remove()
  })
  return root.toString()
}

/**
 * Tokens that nothing on the page reads: the colours of the map in an embed without one. A token may be read by another.
 * @param {import('postcss').Root} root
 * @param {string} html
 */
function dropUnread(root, html) {
  /** @type {import('postcss').Declaration[]} */
  let unread
  do {
    const read = new Set(`${root.toString()}${html}`.match(/(?<=var\()--[\w-]+/g) ?? [])
    unread = []
    root.walkDecls(/^--/, (token) => {
      if (!read.has(token.prop)) unread.push(token)
    })
    for (const token of unread) token.remove()
  } while (unread.length > 0)
  root.walkRules((rule) => {
    if (rule.nodes.length === 0) rule.remove()
  })
}

/**
 * The rules that paint a page, and those that wait for its scripts to show what they are for. A rule moves whole, and so
 * does what stands inside `@media`: put back at their places, all rules stand in their first order.
 * @param {string} css
 * @param {string} html
 * @returns {{ first: string, count: number, late: [before: number, rules: string[]][] }} `count` rules at first, and
 *   runs of those that wait with the place, from 0, of the first rule that they stand before
 */
export function splitRules(css, html) {
  const selects = selecting(html)
  /** @param {import('postcss').ChildNode} node @returns {boolean} */
  const needed = (node) =>
    node.type === 'rule'
      ? node.selectors.some(selects)
      : node.type !== 'atrule' || node.nodes === undefined || node.nodes.some(needed)
  /** @type {string[]} */
  const first = []
  /** @type {[number, string[]][]} */
  const late = []
  for (const node of postcss.parse(css).nodes) {
    if (node.type === 'comment') continue
    const text = node.toString()
    const run = late.at(-1)
    if (needed(node)) first.push(text)
    else if (run?.[0] === first.length) run[1].push(text)
    else late.push([first.length, [text]])
  }
  return { first: first.join(''), count: first.length, late }
}
