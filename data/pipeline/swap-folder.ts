// How does a folder change its whole content at once, so that nobody ever sees half of it?

import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

const exists = (error: unknown): boolean => (error as NodeJS.ErrnoException).code !== 'ENOENT'

/** Renames; false when there is nothing to rename. */
async function move(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to)
    return true
  } catch (error) {
    if (exists(error)) throw error
    return false
  }
}

/**
 * Lets `fill` write a new folder inside `workshop`, then puts it in place of `target` by renaming. When anything
 * fails, `target` is as it was. `workshop` must be on the same disk as `target`, and is removed at the end.
 * A folder cannot replace a full one in one step: between two renames (microseconds) `target` is absent; a run
 * that was killed there is mended by the next.
 */
export async function swapFolder(
  target: string,
  workshop: string,
  fill: (folder: string) => Promise<void>
): Promise<void> {
  const next = join(workshop, 'next')
  const previous = join(workshop, 'previous')
  // Refused when the target is in place and full: then what stands in the workshop is only a leftover.
  await move(previous, target).catch(() => false)
  await rm(workshop, { recursive: true, force: true })
  try {
    await mkdir(next, { recursive: true })
    await fill(next)
    await mkdir(dirname(target), { recursive: true })
    const replaced = await move(target, previous)
    try {
      await rename(next, target)
    } catch (error) {
      if (replaced) await rename(previous, target)
      throw error
    }
  } finally {
    await rm(workshop, { recursive: true, force: true })
  }
}
