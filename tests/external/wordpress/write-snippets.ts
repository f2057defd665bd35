// Writes what the builder of embeds gives to paste for one embed: address, title, height in px, file of the result.
import { writeFileSync } from 'node:fs'
import { iframeSnippet, listenerSnippet } from '../../../src/lib/embed/snippets.ts'

const [embed = '', title = '', height = '', file = ''] = process.argv.slice(2)
const framed = { embed, title, height: Number(height), id: 'optima-produit' }
writeFileSync(file, JSON.stringify({ fixed: iframeSnippet(framed), listening: listenerSnippet(framed) }))
