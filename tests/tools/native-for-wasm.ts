// DuckDB-WASM does not start in the threads that Stryker tests in: there both engines are the native one, and the same SQL
// is judged. That the two agree is shown by the tests themselves, in `npm test`.
import { createNativeEngine } from '../../src/lib/engine/native.ts'
import type { createWasmNodeEngine as Real } from '../../src/lib/engine/wasm-node.ts'

export const createWasmNodeEngine = async (): Promise<Pick<Awaited<ReturnType<typeof Real>>, 'engine'>> => ({
  engine: await createNativeEngine()
})
