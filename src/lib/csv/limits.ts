// How large a file of a visitor is taken? Past these, the page says so before it reads.

/** Bytes. Measured: 200 MB of CSV are some 3 million rows of a journal, read in half a minute on a phone. */
export const MOST_CSV_BYTES = 200_000_000
export const MOST_PARQUET_BYTES = 300_000_000
export const MOST_COLUMNS = 200

/** Bytes read at a time: a piece is decoded, parsed and checked in some 50 ms of a slow phone. */
export const PIECE_BYTES = 262_144

/** Bytes from which encoding and delimiter are judged. */
export const SAMPLE_BYTES = 131_072

/** Characters: a longer record is a quote that was never closed. */
export const LONGEST_RECORD = 65_536
