// How do Netlify and Cloudflare Pages send the headers of scripts/headers.js? By the _headers file of the folder.
//
// Both apply every rule that matches, and join two values of one header by a comma: a frame-ancestors of pages would
// reach embeds. They agree on two patterns, an exact address and a folder (/name/*). So each address gets each header
// from one rule at most: a folder has one rule, and is split where it holds both embeds and pages.
import { headersFor, ruleFor } from '../headers.js'

const POLICY = 'Content-Security-Policy'
/** Hosts know the types of files; they know no other header. */
const TYPE = 'Content-Type'
/** Whose policy a folder of several kinds takes: that of what may be opened or run in it. */
const FIRST = ['embed', 'page', 'script', 'asset']

/**
 * @param {string} file address from the root of the build
 * @returns {Record<string, string>}
 */
function headersOf(file) {
  const headers = headersFor(file)
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name !== TYPE))
}

/**
 * What all files of a folder have in common, and the policy of the kind that needs it most.
 * @param {readonly string[]} files
 */
function shared(files) {
  const all = files.map(headersOf)
  const common = Object.entries(all[0] ?? {}).filter(([name, value]) =>
    all.every((headers) => headers[name] === value)
  )
  const names = files.map((file) => ruleFor(file).name)
  const kind = FIRST.find((name) => names.includes(name))
  const policy = headersOf(files[names.indexOf(kind ?? '')] ?? '/')[POLICY] ?? ''
  return { ...Object.fromEntries(common), [POLICY]: policy }
}

/**
 * @param {string} folder '/' or '/name/'
 * @param {readonly string[]} files all of those under it
 * @returns {[pattern: string, headers: Record<string, string>][]}
 */
function rulesOf(folder, files) {
  const kinds = new Set(files.map((file) => ruleFor(file).name))
  if (!(kinds.has('embed') && kinds.has('page'))) return [[`${folder}*`, shared(files)]]
  /** @type {Map<string, string[]>} */
  const inside = new Map()
  /** @type {[string, Record<string, string>][]} */
  const rules = []
  for (const file of files) {
    const [name = '', ...rest] = file.slice(folder.length).split('/')
    if (rest.length > 0) {
      const child = `${folder}${name}/`
      inside.set(child, [...(inside.get(child) ?? []), file])
    } else rules.push([file.replace(/\/index\.html$/, '/'), headersOf(file)])
  }
  for (const [child, below] of inside) rules.push(...rulesOf(child, below))
  return rules
}

/**
 * The text of _headers.
 * @param {readonly string[]} files of the build, as addresses without the base path
 * @param {string} base '' or '/name'
 */
export function headersFile(files, base) {
  // With no embed at all there would be one rule for everything: an embed is always expected.
  const rules = rulesOf('/', files)
  const everywhere = Object.entries(headersOf('/')).filter(([name, value]) =>
    rules.every(([, headers]) => headers[name] === value)
  )
  const own = new Set(everywhere.map(([name]) => name))
  const lasting = '/_app/immutable/'
  /** @type {[string, [string, string][]][]} */
  const blocks = [
    ['/*', everywhere],
    ...rules.map(([pattern, headers]) => {
      return /** @type {[string, [string, string][]]} */ ([
        pattern,
        Object.entries(headers).filter(([name]) => !own.has(name))
      ])
    }),
    [`${lasting}*`, [['Cache-Control', headersFor(`${lasting}file.js`)['Cache-Control'] ?? '']]]
  ]
  return blocks
    .map(([pattern, headers]) =>
      [`${base}${pattern}`, ...headers.map(([name, value]) => `  ${name}: ${value}`)].join('\n')
    )
    .join('\n\n')
    .concat('\n')
}
