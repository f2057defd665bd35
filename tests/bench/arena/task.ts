// What is asked of everyone in the arena: the same rows, the same four linked charts, the same gestures.

export interface Task {
  /** Address of the Parquet file: date, place, act, programme, count. */
  file: string
  rows: number
  /** What the charts of time draw by, and what a gesture on them snaps to. */
  bin: 'week' | 'day'
  /** First day, ISO, and number of bins. */
  first: string
  bins: number
  /** Windows moved over the time: first and last bin of each. */
  brush: [from: number, to: number][]
  /** Windows over the time after another dimension was touched; the first pays what is made anew. */
  again: [from: number, to: number][]
  /** Places pressed one after the other, first touch of that dimension included. */
  clicks: string[]
}

/** ms: each answer to a gesture, from the gesture to all other charts having their numbers. */
export interface Times {
  /** From rows in the engine to be able to answer: cells, an index; 0 for who makes it later. */
  build: number
  /** First answer, nothing chosen. */
  first: number
  brush: number[]
  clicks: number[]
  again: number[]
  /** Sum of the counts of each chart under the last window: everyone must find the same. */
  check: number[]
}

const DAY = 864e5

/** First or last day of a bin, as days since 1970. */
export function dayOf(task: Task, bin: number, end: boolean): number {
  const width = task.bin === 'week' ? 7 : 1
  return Date.parse(task.first) / DAY + bin * width + (end ? width - 1 : 0)
}

export const isoOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10)

/** @returns ms that `work` took, and what it gave */
export async function timed<T>(work: () => Promise<T> | T): Promise<[ms: number, value: T]> {
  const start = performance.now()
  const value = await work()
  return [performance.now() - start, value]
}

/** Plays the gestures one after the other; each `act` resolves when its answer is there. */
export async function play(
  task: Task,
  act: {
    brush: (window: [number, number]) => Promise<unknown>
    click: (place: string | null) => Promise<unknown>
  }
): Promise<Pick<Times, 'brush' | 'clicks' | 'again'>> {
  const times = { brush: [] as number[], clicks: [] as number[], again: [] as number[] }
  for (const window of task.brush) times.brush.push((await timed(() => act.brush(window)))[0])
  for (const place of task.clicks) times.clicks.push((await timed(() => act.click(place)))[0])
  await act.click(null)
  for (const window of task.again) times.again.push((await timed(() => act.brush(window)))[0])
  return times
}
