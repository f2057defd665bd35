// Which page of a figure asks for the code of the map? The one that shows it: 12 kB that forty others go without.
import type { Outline } from '$lib/map/outline.ts'

/**
 * @param data of a page of a figure; its outline is null where no map is
 * @returns the same, and what draws the map
 */
export async function withMap<Data extends { outline: Outline | null }>(data: Data) {
  const Map = data.outline === null ? null : (await import('$lib/figures/FigureMap.svelte')).default
  return { ...data, Map }
}
