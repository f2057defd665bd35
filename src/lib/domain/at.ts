// What stands at an index that is known to be in range? Nothing else: a false zero is never read instead.

/** @throws RangeError for an index that is not in range */
export function at<T>(list: ArrayLike<T>, index: number): T {
  const found = list[index]
  if (found === undefined) throw new RangeError(`index ${index} of ${list.length}`)
  return found
}
