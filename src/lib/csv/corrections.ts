// What did a reader change of a file, which stays as it is? Apart from what reads it, so that a page can hold it alone.

/** What a reader changed, without touching the file: it is read anew with these. */
export interface Corrections {
  /** By line, then by key of the field: what to read instead of the cell. */
  cells: Readonly<Record<number, Readonly<Record<string, string>>>>
  /** By key of the field, then by the cell as written (trimmed): what to read instead, everywhere. */
  everywhere: Readonly<Record<string, Readonly<Record<string, string>>>>
}

export const NO_CORRECTIONS: Corrections = { cells: {}, everywhere: {} }
