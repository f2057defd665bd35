// DuckDB-WASM does not start in the threads that Stryker tests in: there both engines are the native one, and the same SQL
// is judged. That the two agree is shown by the tests themselves, in `npm test`.
import type { Engine } from '../../src/lib/engine/engine.ts'
import { createNativeEngine } from '../../src/lib/engine/native.ts'

export const createWasmNodeEngine = async (): Promise<{ engine: Engine }> => ({
  engine: await createNativeEngine()
})
