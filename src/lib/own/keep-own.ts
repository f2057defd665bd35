// Does this browser keep the visitor's rows until the next visit? Only when asked, and no longer than asked.

import * as v from 'valibot'
import { SCHEMA_IDS } from '../domain/schemas/schemas.ts'
import type { OwnFile } from './own-file.ts'

const STORE = 'vos-donnees'
const KEY = 'fichier'

const kept = v.object({
  schema: v.picklist(SCHEMA_IDS),
  name: v.string(),
  rows: v.instance(Blob),
  format: v.picklist(['csv', 'parquet']),
  count: v.nullable(v.number()),
  fictitious: v.boolean()
})

const settle = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('storage refused'))
  })

async function withStore<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>
): Promise<T> {
  const opening = indexedDB.open(STORE, 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE)
  const database = await settle(opening)
  try {
    const transaction = database.transaction(STORE, mode)
    const ended = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      // A quota that is exceeded aborts the transaction after the request has succeeded.
      transaction.onabort = () => reject(transaction.error ?? new Error('storage refused'))
    })
    const [result] = await Promise.all([settle(work(transaction.objectStore(STORE))), ended])
    return result
  } finally {
    database.close()
  }
}

/** @throws when the browser refuses: private window, blocked or full storage */
export async function keepOwn(file: OwnFile): Promise<void> {
  await withStore('readwrite', (store) => store.put({ ...file }, KEY))
}

/** What was kept; null when nothing was, when storage is refused, or when an older version of the site kept it. */
export async function keptOwn(): Promise<OwnFile | null> {
  try {
    // Asking whether there is a database must not make one.
    if (!(await indexedDB.databases()).some(({ name }) => name === STORE)) return null
    const found = v.safeParse(kept, await withStore<unknown>('readonly', (store) => store.get(KEY)))
    return found.success ? found.output : null
  } catch {
    return null
  }
}

/** Nothing of it is left, the database included. Never rejects: where storage is refused nothing was kept. */
export async function forgetOwn(): Promise<void> {
  try {
    await settle(indexedDB.deleteDatabase(STORE))
  } catch {
    return
  }
}
