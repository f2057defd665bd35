// How wide is a label, without a browser to measure it?
//
// Advances of Inter (hundredths of an em, ASCII 32 to 126), measured once on the shipped file at weights
// 400 and 620. Accents are as wide as their letter. 4 % more covers hinting and the fall-back font.

const REGULAR = [
  28, 29, 47, 63, 64, 98, 64, 30, 37, 37, 50, 66, 29, 46, 29, 36, 63, 41, 61, 62, 65, 59, 62, 57, 62, 62, 29,
  30, 66, 66, 66, 51, 97, 69, 65, 73, 72, 60, 59, 75, 74, 27, 57, 67, 57, 90, 75, 77, 64, 77, 64, 64, 65, 74,
  69, 99, 68, 68, 63, 37, 36, 37, 47, 46, 32, 56, 61, 57, 61, 58, 37, 61, 59, 24, 24, 55, 24, 88, 59, 60, 61,
  61, 38, 53, 33, 59, 56, 82, 55, 56, 55, 43, 33, 43, 66
]
const BOLD = [
  25, 33, 53, 65, 65, 101, 67, 33, 37, 37, 54, 67, 32, 47, 32, 38, 66, 43, 63, 64, 67, 61, 64, 58, 64, 64, 32,
  33, 67, 67, 67, 55, 100, 73, 66, 74, 72, 61, 59, 75, 75, 28, 58, 71, 57, 92, 76, 77, 65, 77, 65, 65, 66, 74,
  73, 102, 72, 72, 66, 37, 38, 37, 48, 47, 35, 58, 63, 58, 63, 59, 39, 63, 61, 26, 26, 57, 26, 90, 61, 61, 63,
  63, 40, 55, 36, 61, 59, 84, 57, 59, 57, 46, 36, 46, 67
]
const OTHER = 68
const SLACK = 1.04

const known = new Map<string, number>()

/** Width in pixels of one line of text at `size` px. */
export function textWidth(text: string, size: number, bold = false): number {
  const key = (bold ? 'b' : 'r') + text
  let hundredths = known.get(key)
  if (hundredths === undefined) {
    hundredths = advance(text, bold ? BOLD : REGULAR)
    known.set(key, hundredths)
  }
  return (hundredths / 100) * size * SLACK
}

function advance(text: string, table: readonly number[]): number {
  const plain = text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/’/g, "'")
  return Array.from(plain).reduce((sum, letter) => sum + (table[letter.charCodeAt(0) - 32] ?? OTHER), 0)
}
