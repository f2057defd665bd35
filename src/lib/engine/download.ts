// How is a file of ours fetched whole, with progress, without ever hanging and without giving up on a slow network?

import { AppError } from '../domain/errors.ts'

export interface DownloadOptions {
  signal?: AbortSignal
  /** Bytes received so far, after decompression. */
  onBytes?: (loaded: number) => void
  /** Rejected when no byte came for that long (ms); a network that moves, however slowly, is waited for. */
  stallMs?: number
  cache?: RequestCache
  fetch?: typeof fetch
}

const STALL_MS = 15_000

/**
 * @throws AppError `data_missing` (status, stall, network, truncation) naming the file; `query_cancelled` when aborted.
 */
export async function download(url: string, options: DownloadOptions = {}): Promise<Uint8Array<ArrayBuffer>> {
  const { signal, onBytes, stallMs = STALL_MS, cache = 'default', fetch = globalThis.fetch } = options
  const file = url.split('/').at(-1)?.split('?')[0] ?? url
  const controller = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  let stop: (error: AppError) => void = () => {}
  // Raced, for a service worker or a test may not heed the abort of the request.
  const stopped = new Promise<never>((_, reject) => (stop = reject))
  const moved = (): void => {
    clearTimeout(timer)
    timer = setTimeout(
      () => stop(new AppError('data_missing', { file, reason: 'stalled', stallMs })),
      stallMs
    )
  }
  const abort = (): void => stop(new AppError('query_cancelled'))
  if (signal?.aborted) throw new AppError('query_cancelled')
  signal?.addEventListener('abort', abort, { once: true })
  moved()
  try {
    const response = await Promise.race([fetch(url, { signal: controller.signal, cache }), stopped])
    if (!response.ok) throw new AppError('data_missing', { file, status: response.status })
    return await Promise.race([readAll(response, moved, onBytes), stopped])
  } catch (error) {
    controller.abort()
    if (error instanceof AppError) throw error
    throw new AppError('data_missing', { file, reason: String(error) }, error)
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', abort)
  }
}

async function readAll(
  response: Response,
  moved: () => void,
  onBytes?: (loaded: number) => void
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let loaded = 0
  const reader = response.body?.getReader()
  for (;;) {
    const next = await reader?.read()
    if (!next || next.done) break
    moved()
    chunks.push(next.value)
    loaded += next.value.length
    onBytes?.(loaded)
  }
  const bytes = new Uint8Array(loaded)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.length
  }
  return bytes
}
