// When is the living map worth its 500 kB?

/** `intent`: when the reader points at it, touches it or focuses it; `idle`: then, or in a quiet moment on a good line. */
export type StartWhen = 'idle' | 'intent' | 'never'

interface Connection {
  saveData?: boolean
  effectiveType?: string
}

/** Not when the reader saves data, nor on 3G and slower; a browser that does not say is trusted. */
export function isGoodConnection(connection: Connection | undefined): boolean {
  if (!connection) return true
  return connection.saveData !== true && (connection.effectiveType ?? '4g') === '4g'
}

const INTENT = ['pointerenter', 'touchstart', 'focusin'] as const
/** Milliseconds of grace for the figures to come alive first, where there is no idle callback. */
const CALM = 1500

/** Calls `start` once, at the right moment; returns the cleanup. */
export function whenWanted(element: HTMLElement, when: StartWhen, start: () => void): () => void {
  if (when === 'never') return () => undefined
  const undo: (() => void)[] = []
  const stop = (): void => undo.splice(0).forEach((one) => one())
  const go = (): void => {
    stop()
    start()
  }
  for (const type of INTENT) {
    element.addEventListener(type, go, { passive: true })
    undo.push(() => element.removeEventListener(type, go))
  }
  const connection = (navigator as Navigator & { connection?: Connection }).connection
  if (when === 'idle' && isGoodConnection(connection)) undo.push(onIdle(go))
  return stop
}

function onIdle(go: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const handle = requestIdleCallback(go, { timeout: 10_000 })
    return () => cancelIdleCallback(handle)
  }
  const timer = setTimeout(go, CALM)
  return () => clearTimeout(timer)
}
