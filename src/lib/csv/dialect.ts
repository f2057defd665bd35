// How can the cells of a text be parted and wrapped? Apart from the reader, so that a page may name them without PapaParse.

export const DELIMITERS = [';', ',', '\t', '|'] as const
export type Delimiter = (typeof DELIMITERS)[number]

export interface Dialect {
  delimiter: Delimiter
  quote: '"' | "'"
  /** The first line only names the delimiter, as Excel writes it: `sep=;`. */
  sepLine: boolean
}
