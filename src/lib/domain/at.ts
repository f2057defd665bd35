// What stands at an index that is known to be in range? Nothing else: a false zero is never read instead.

/** @throws RangeError for an index that is not in range */
export function at<T>(list: ArrayLike<T>, index: number): T {
  const found = list[index]
  return found === undefined ? gone(list, index) : found
}

// For loops over cells by the ten thousand: a reader that meets one kind of array alone is compiled to a plain read,
// one that meets them all is more than twice as slow.

/** @throws RangeError */
export function intAt(list: Int32Array, index: number): number {
  return list[index] ?? gone(list, index)
}

/** @throws RangeError */
export function floatAt(list: Float64Array, index: number): number {
  return list[index] ?? gone(list, index)
}

function gone(list: ArrayLike<unknown>, index: number): never {
  throw new RangeError(`index ${index} of ${list.length}`)
}
