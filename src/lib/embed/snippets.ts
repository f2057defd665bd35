// What is pasted into a page to show an embed: an iframe, or an iframe that follows the height of what it shows?

import { escapeXml } from '../figures/frame/image/svg.ts'

export interface Framed {
  /** Absolute address with its look. */
  embed: string
  title: string
  /** CSS px. */
  height: number
  /** Tells one frame of a page from another: letters, digits and hyphens. */
  id: string
}

/** Of a fixed height: works everywhere that keeps an iframe. */
export function iframeSnippet({ embed, title, height }: Framed): string {
  return (
    `<iframe src="${escapeXml(embed)}" title="${escapeXml(title)}" width="100%" height="${height}" ` +
    `style="border:0" loading="lazy"></iframe>`
  )
}

/**
 * With the few lines that listen: from that frame alone, a number alone, between bounds. The frame tells a height once it
 * has changed by more than a pixel, so the two cannot chase each other.
 */
export function listenerSnippet(framed: Framed): string {
  const id = framed.id.replace(/[^a-z0-9-]/gi, '')
  return `${iframeSnippet(framed).replace('<iframe ', `<iframe id="${id}" `)}
<script>
addEventListener('message', function (event) {
  var frame = document.getElementById('${id}')
  if (!frame || event.source !== frame.contentWindow) return
  var data = event.data
  if (!data || data.type !== 'optima:height' || !(data.height > 0)) return
  frame.height = Math.min(2000, Math.max(120, Math.ceil(data.height)))
})
</script>`
}
