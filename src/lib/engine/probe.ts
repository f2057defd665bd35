// Can this browser run the engine at all? Answered before a byte is downloaded.

/** The empty module: eight bytes. */
const EMPTY = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])

/** A function with a `try` of the legacy exception proposal, which the engine is compiled with (Chrome 95, Firefox 100, Safari 15.2). */
const EXCEPTIONS = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 8, 1, 6, 0, 6, 64, 25, 11, 11
])

/** Why the engine cannot run here, or null when nothing speaks against it. */
export function engineRefusal(
  scope: { WebAssembly?: typeof WebAssembly; Worker?: unknown } = globalThis
): string | null {
  if (scope.WebAssembly === undefined) return 'WebAssembly is absent'
  if (scope.Worker === undefined) return 'workers are absent'
  try {
    // Synchronous on purpose: a CSP without 'wasm-unsafe-eval' throws here, at once.
    new scope.WebAssembly.Module(EMPTY)
  } catch (error) {
    return `WebAssembly is refused: ${String(error)}`
  }
  return scope.WebAssembly.validate(EXCEPTIONS) ? null : 'WebAssembly exceptions are absent'
}
