// How is a piece of a large text kept without keeping the large text?

/** A copy of its own: V8 makes of a piece over 12 units a view on the text it was cut from, which then stays in memory. */
export const flatText = (piece: string): string => (piece.length < 13 ? piece : piece.split('').join(''))
