// In which looks is a page tried? In both themes and both widths; in each pair of them with FULL=1 (npm run test:long).

export interface Look {
  colorScheme: 'light' | 'dark'
  width: number
}

/** What takes minutes is asked whole with this, and in a sample without. */
export const FULL = process.env.FULL === '1'

/** Light on the narrow screen and dark on the wide one; with FULL=1 the other two as well. */
export function looks(narrow = 320, wide = 1280): Look[] {
  const two: Look[] = [
    { colorScheme: 'light', width: narrow },
    { colorScheme: 'dark', width: wide }
  ]
  const other: Look[] = [
    { colorScheme: 'dark', width: narrow },
    { colorScheme: 'light', width: wide }
  ]
  return FULL ? [...two, ...other] : two
}
