// How does nginx send the headers of scripts/headers.js? One map a header: the first pattern that matches is the one.
import { cacheControl, notFoundFile, rules } from '../headers.js'
import { types } from './types.js'

/** @param {string} text inside double quotes */
const quoted = (text) => `"${text.replaceAll('"', '\\"')}"`

/**
 * The pattern of a rule as nginx reads it: an address has the base path before it.
 * @param {RegExp} path
 * @param {string} start of a pattern that is anchored
 */
const pattern = ({ source }, start) =>
  quoted(source.startsWith('^') ? start + plain(source.slice(1)) : `~${plain(source)}`)

/** @param {string} source of a regular expression */
const plain = (source) => source.replaceAll('\\/', '/')

/** @param {string} name of a header */
const variable = (name) => `$optima_${name.toLowerCase().replaceAll('-', '_')}`

/**
 * The text of nginx.conf, to include in the block `http`.
 * @param {{ base: string, host: string, root: string }} options base is '' or '/name', root the folder of the build
 */
export function nginxConf({ base, host, root }) {
  const start = `~^${base.replaceAll('.', '\\.')}`
  const names = [...new Set(rules.flatMap(({ headers }) => Object.keys(headers)))]
  /** @type {[name: string, value: string][]} */
  const sent = []
  /** @type {string[]} */
  const maps = []
  for (const name of names) {
    const values = rules.map(({ headers }) => headers[name] ?? '')
    if (new Set(values).size === 1) sent.push([name, quoted(values[0] ?? '')])
    else {
      const lines = rules.map(({ path }, i) => `  ${pattern(path, start)} ${quoted(values[i] ?? '')};`)
      maps.push([`map $uri ${variable(name)} {`, ...lines, '}'].join('\n'))
      sent.push([name, variable(name)])
    }
  }
  sent.push(['Cache-Control', variable('Cache-Control')])
  const lasting = '/_app/immutable/'
  maps.push(`map $uri ${variable('Cache-Control')} {
  ${quoted(`${start}${lasting}`)} ${quoted(cacheControl(`${lasting}a`))};
  default ${quoted(cacheControl('/'))};
}`)
  maps.push(`map $uri $optima_not_found {
  ${quoted(`${start}/(v/[^/]+/)?embed/`)} ${base}${notFoundFile('/embed/a')};
  default ${base}${notFoundFile('/a')};
}`)
  return `# Made by the build from scripts/headers.js: change that file, not this one.
# Include it in the block http { } of nginx; set root (twice where there is a base path), and listen for https.
${maps.join('\n')}
server {
  listen 80;
  server_name ${host};
  root ${root};
  index index.html;
  absolute_redirect off;
  server_tokens off;
  etag on;

  # The .gz and .br beside the files; the second needs the module ngx_brotli.
  gzip off;
  gzip_static on;
  gzip_vary on;
  # brotli_static on;

  types {
${Object.entries(types)
  .map(([extension, type]) => `    ${quoted(type)} ${extension};`)
  .join('\n')}
  }
  default_type application/octet-stream;

  # No add_header may stand in a location: it would replace all of these.
${sent.map(([name, value]) => `  add_header ${name} ${value} always;`).join('\n')}

  error_page 404 $optima_not_found;
  error_page 403 =404 $optima_not_found;

  # Twins are an encoding of their file; _headers and .htaccess are for other hosts.
  location ~ "/(\\.|_headers$)|\\.(br|gz)$" {
    return 404;
  }
${
  base === ''
    ? ''
    : `  location = / {
    return 307 ${base}/;
  }
  location ${base}/ {
    alias ${root}/;
  }
  location / {
    return 404;
  }
`
}}
`
}
