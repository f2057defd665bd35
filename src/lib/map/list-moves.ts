// Where does a key lead in the list of places: to which line, and does it open or close a group on the way?

import type { PlaceGroup } from './list.ts'

/** What can be in focus: the head of a group, or a place in it. */
export interface Line {
  key: string
  /** As it is read, for who types its first letters. */
  name: string
  /** Id of its group. */
  group: string
  head: boolean
  /** Is its group open? Of a closed group only the head can be reached. */
  open: boolean
}

export interface Step {
  /** Key of the line that takes the focus. */
  to: string
  /** What must happen to its group first. */
  open?: boolean
}

/** The row that chooses a region as one, below the head that names it. */
export const WHOLE = 'Toute la région'

export const headKey = (group: string): string => group
export const rowKey = (group: string, place: string): string => `${group}/${place}`

/** All lines in the order of the list, those of closed groups included. */
export function linesOf(groups: readonly PlaceGroup[], isOpen: (group: PlaceGroup) => boolean): Line[] {
  return groups.flatMap((group): Line[] => {
    const common = { group: group.id, open: isOpen(group) }
    return [
      { ...common, key: headKey(group.id), name: group.name, head: true },
      ...rowsOf(group).map(({ id, label }) => ({
        ...common,
        key: rowKey(group.id, id),
        name: label,
        head: false
      }))
    ]
  })
}

/** Lines of a group below its head: the whole region when it can be chosen, then its places. */
function rowsOf({ whole, places }: PlaceGroup): { id: string; label: string }[] {
  return [
    ...(whole ? [{ id: whole.id, label: WHOLE }] : []),
    ...places.map(({ id, name }) => ({ id, label: name }))
  ]
}

export const isShown = (line: Line): boolean => line.head || line.open

/** The one line that Tab reaches: the wanted one, else the head of its closed group, else the first. */
export function stopOf(lines: readonly Line[], wanted: string | undefined): string | undefined {
  const line = lines.find(({ key }) => key === wanted)
  if (!line) return lines[0]?.key
  return isShown(line) ? line.key : headKey(line.group)
}

/** As in a tree: up and down over what is shown, right opens and goes in, left goes out and closes. */
export function move(lines: readonly Line[], at: string, key: string): Step | null {
  const shown = lines.filter(isShown)
  const index = shown.findIndex((line) => line.key === at)
  const line = shown[index]
  if (!line) return null
  const to = (target: Line | undefined): Step | null =>
    target && target !== line ? { to: target.key } : null
  switch (key) {
    case 'ArrowDown':
      return to(shown[index + 1])
    case 'ArrowUp':
      return to(shown[index - 1])
    case 'Home':
      return to(shown[0])
    case 'End':
      return to(shown.at(-1))
    case 'ArrowRight':
      if (!line.head) return null
      if (!line.open) return { to: line.key, open: true }
      return shown[index + 1]?.group === line.group ? to(shown[index + 1]) : null
    case 'ArrowLeft':
      if (!line.head) return { to: headKey(line.group) }
      return line.open ? { to: line.key, open: false } : null
    default:
      return null
  }
}

/** Keys that the list answers, even where there is nowhere further to go: the page must not scroll instead. */
export const MOVES: ReadonlySet<string> = new Set([
  'ArrowDown',
  'ArrowUp',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End'
])
