// How does Apache send the headers of scripts/headers.js? By the .htaccess of the folder: nothing else to configure.
import { COMPRESSIBLE } from '../compress.js'
import { cacheControl, notFoundFile, rules } from '../headers.js'
import { types } from './types.js'

/** A compressed twin is sent for its file: the address that Apache then judges ends with .br or .gz. */
const TWIN = '(\\.(br|gz))?$'

/**
 * @param {RegExp} path
 * @param {string} start of a pattern that is anchored
 */
function condition({ source }, start) {
  const pattern = source.replaceAll('\\/', '/').replace(/^\^/, start).replace(/\$$/, TWIN)
  return `"%{REQUEST_URI} =~ m#${pattern}#"`
}

/** @param {Record<string, string>} headers */
const lines = (headers) =>
  Object.entries(headers).map(([name, value]) => `    Header always set ${name} "${value}"`)

/**
 * The text of .htaccess for the root of the build.
 * @param {string} base '' or '/name'
 */
export function apacheConf(base) {
  const start = `^${base.replaceAll('.', '\\.')}`
  const lasting = '/_app/immutable/'
  const blocks = rules.map(({ path, headers }, i) => {
    const last = i === rules.length - 1
    const name = i === 0 ? 'If' : last ? 'Else' : 'ElseIf'
    return [`  <${name}${last ? '' : ` ${condition(path, start)}`}>`, ...lines(headers), `  </${name}>`].join(
      '\n'
    )
  })
  return `# Made by the build from scripts/headers.js: change that file, not this one.
# Needs AllowOverride FileInfo, and the modules headers, rewrite and mime.
DirectoryIndex index.html
ErrorDocument 404 ${base}${notFoundFile('/a')}
<If "%{REQUEST_URI} =~ m#${start}/(v/[^/]+/)?embed/#">
  ErrorDocument 404 ${base}${notFoundFile('/embed/a')}
</If>

<IfModule mod_headers.c>
${blocks.join('\n')}
  <If "%{REQUEST_URI} =~ m#${start}${lasting}#">
    Header always set Cache-Control "${cacheControl(`${lasting}a`)}"
  </If>
  <Else>
    Header always set Cache-Control "${cacheControl('/')}"
  </Else>
</IfModule>

<IfModule mod_mime.c>
${Object.entries(types)
  .map(([extension, type]) => `  AddType "${type}" .${extension}`)
  .join('\n')}
  # Elsewhere .gz is an archive, and .br the Breton language.
  RemoveType .gz
  RemoveLanguage .br
  AddEncoding gzip .gz
  AddEncoding br .br
</IfModule>

<IfModule mod_rewrite.c>
  RewriteEngine On
  RewriteBase ${base}/

  # Twins are an encoding of their file; _headers is for other hosts; a folder without a page is no address.
  RewriteCond %{ENV:REDIRECT_STATUS} ^$
  RewriteRule (^|/)\\.|^_headers$|\\.(br|gz)$ - [R=404,L]
  RewriteCond %{REQUEST_FILENAME} -d
  RewriteCond %{REQUEST_FILENAME}/index.html !-f
  RewriteRule ^ - [R=404,L]

  # The .br and .gz beside the files.
  RewriteCond %{REQUEST_FILENAME} -d
  RewriteRule ^(.*/)?$ $1index.html
  RewriteCond %{HTTP:Accept-Encoding} \\bbr\\b
  RewriteCond %{REQUEST_FILENAME}.br -f
  RewriteRule ^(.+)$ $1.br [E=no-gzip:1,E=no-brotli:1,L]
  RewriteCond %{HTTP:Accept-Encoding} \\bgzip\\b
  RewriteCond %{REQUEST_FILENAME}.gz -f
  RewriteRule ^(.+)$ $1.gz [E=no-gzip:1,E=no-brotli:1,L]
  <IfModule mod_headers.c>
    <FilesMatch "${COMPRESSIBLE.source.replace(/\$$/, TWIN)}">
      Header merge Vary Accept-Encoding
    </FilesMatch>
  </IfModule>
</IfModule>
`
}
