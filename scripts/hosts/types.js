// Which type has each extension of the build, for servers that are told all of them?
import { contentTypes } from '../headers.js'

/** @type {Record<string, string>} */
export const types = {
  ...contentTypes,
  ico: 'image/x-icon',
  json: 'application/json',
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml',
  webp: 'image/webp',
  woff2: 'font/woff2',
  xml: 'text/xml'
}
