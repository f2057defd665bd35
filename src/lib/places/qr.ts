// How is an address drawn as a QR code? One SVG path, made at build: nothing of it runs in the browser.

import { encode } from 'uqr'

export interface QrCode {
  /** Modules a side, quiet zone included. */
  size: number
  /** Runs of dark modules, one unit high. */
  path: string
}

/** Error correction M (15 % may be lost), quiet zone of four modules as the norm asks. */
export function qrCode(text: string): QrCode {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const path = data
    .flatMap((row, y) =>
      row.flatMap((dark, x) => {
        if (!dark || row[x - 1] === true) return []
        const rest = row.slice(x)
        const end = rest.indexOf(false)
        return [`M${x} ${y}h${end < 0 ? rest.length : end}v1H${x}z`]
      })
    )
    .join('')
  return { size, path }
}
