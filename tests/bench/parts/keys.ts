// What does a key cost in the search by place, in ms and in shares of a frame?
import { FRAME, keystrokes } from '../keystrokes.ts'
import { quantile, table } from '../table.ts'

export function keysPart(folder: string): string {
  const keys = keystrokes(`${folder}/data/places.json`)
  const [median = 0, p95 = 0] = [0.5, 0.95].map((q) => quantile(keys.times, q))
  const share = (ms: number): string => `${((100 * ms) / FRAME).toFixed(1)} %`
  return `${keys.places} places, Node ${process.versions.node}\n\n${table(
    ['what', 'median', 'p95', 'n'],
    [
      ['a key, ms', median, p95, String(keys.times.length)],
      [`a key, share of a frame of ${FRAME} ms`, share(median), share(p95), '']
    ]
  )}`
}
