// Does a text hold the name of a person of the report? Names of places and institutions are not looked for.

/** Lower case, without accents, every run of what is no letter or digit as one space. */
function normalise(text: string): string {
  return ` ${text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')} `
}

/** One name a line; empty lines do not count. */
export function readNames(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** The names of the list that stand in the text as whole words, accents and case apart. */
export function findNames(text: string, names: readonly string[]): string[] {
  const haystack = normalise(text)
  return names.filter((name) => haystack.includes(normalise(name)))
}
