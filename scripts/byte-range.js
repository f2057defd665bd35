// Which bytes does a Range header ask for? sirv reads `bytes=-5` and `bytes=0-0` as something else.

/**
 * @param {string | undefined} header
 * @param {number} size bytes in the file
 * @returns {{ start: number, end: number } | 'unsatisfiable' | null} inclusive; null when there is none, or it
 *   is malformed or multiple: the whole file may then be sent (RFC 9110, 14.2)
 */
export function byteRange(header, size) {
  const match = /^bytes=\s*(\d*)-(\d*)\s*$/i.exec(header ?? '')
  if (match === null) return null
  const [, first = '', last = ''] = match
  if (first === '' && last === '') return null
  if (first === '') {
    const length = Math.min(Number(last), size)
    return length === 0 ? 'unsatisfiable' : { start: size - length, end: size - 1 }
  }
  const start = Number(first)
  if (last !== '' && Number(last) < start) return null
  if (start >= size) return 'unsatisfiable'
  return { start, end: last === '' ? size - 1 : Math.min(Number(last), size - 1) }
}
