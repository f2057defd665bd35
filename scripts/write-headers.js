// Which files tell each host to send the headers of scripts/headers.js? They are written at the end of the build.
//
// In the folder of the build, where these hosts read them: `_headers` (Netlify, Cloudflare Pages), `.htaccess` (Apache).
// Beside it, since nginx reads no file of the site: `build-deploy/nginx.conf`.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { apacheConf } from './hosts/apache.js'
import { headersFile } from './hosts/headers-file.js'
import { nginxConf } from './hosts/nginx.js'

/** Files of the build that configure a host: no address of the site. */
export const HOST_FILES = ['_headers', '.htaccess']

/**
 * @param {string} folder of the build
 * @param {string} base path of the site, '' or '/name'
 * @param {string} origin of the site
 * @returns {string} where the file of nginx is
 */
export function writeHeaders(folder, base, origin) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(br|gz)$/.test(entry.name) && !HOST_FILES.includes(entry.name))
    .map((entry) => `/${relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')}`)
    .sort()
  writeFileSync(join(folder, '_headers'), headersFile(files, base))
  writeFileSync(join(folder, '.htaccess'), apacheConf(base))
  const beside = `${resolve(folder)}-deploy`
  mkdirSync(beside, { recursive: true })
  const nginx = join(beside, 'nginx.conf')
  writeFileSync(nginx, nginxConf({ base, host: new URL(origin).hostname, root: '/var/www/chiffres' }))
  return relative('.', nginx)
}
