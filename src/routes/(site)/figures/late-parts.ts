// Which drawings does the page of a figure need beyond bars and numbers? Their code comes with the pages that have them.
import type { Drawing } from '$lib/figures/frame/drawing.ts'

/** What the server says of a page, with the components that its drawing needs; null for those it does not. */
export async function withParts<T extends { page: { model: { drawing: Drawing } } }>(data: T) {
  const { map, panels } = data.page.model.drawing
  const timed = panels.some(({ kind }) => kind === 'months' || kind === 'spans')
  const [SvgMap, time] = await Promise.all([
    map === null ? null : import('$lib/map/SvgMap.svelte'),
    timed ? import('$lib/figures/frame/panels/TimePanel.svelte') : null
  ])
  return { ...data, SvgMap: SvgMap?.default ?? null, time: time?.default ?? null }
}
