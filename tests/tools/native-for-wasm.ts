// DuckDB-WASM does not start in the threads that Stryker tests in: there both engines are the native one, and the same SQL
// is judged once. That the two engines agree is shown in `npm test`.
import type { Engine } from '../../src/lib/engine/engine.ts'
import { createNativeEngine } from '../../src/lib/engine/native.ts'

export const createWasmNodeEngine = async (): Promise<{ engine: Engine }> => ({
  engine: await createNativeEngine()
})
