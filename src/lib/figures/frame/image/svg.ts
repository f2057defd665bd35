// How is a piece of SVG written, so that no text can break out of it and the same drawing gives the same bytes?

export type Attributes = Readonly<Record<string, string | number | undefined>>

/** What XML 1.0 cannot hold: control characters, lone halves of surrogate pairs, two non-characters. */
const FORBIDDEN =
  // eslint-disable-next-line no-control-regex -- these are the characters to take out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
}

/** Any text as character data or as the value of an attribute. */
export function escapeXml(text: string): string {
  return text.replace(FORBIDDEN, '\ufffd').replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
}

/** Two decimals at most; what is no finite number is 0, never NaN in a file. */
export function round(value: number): string {
  return Number.isFinite(value) ? String(Math.round(value * 100) / 100 + 0) : '0'
}

/** An attribute that is undefined is left out. Children are markup: text goes through `escapeXml` first. */
export function element(name: string, attributes: Attributes, ...children: string[]): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${typeof value === 'number' ? round(value) : escapeXml(value)}"`]
  )
  const open = `<${name}${written.join('')}`
  return children.length === 0 ? `${open}/>` : `${open}>${children.join('')}</${name}>`
}

export function rect(x: number, y: number, width: number, height: number, more: Attributes = {}): string {
  return element('rect', { x, y, width: Math.max(0, width), height, ...more })
}

export function line(x1: number, y1: number, x2: number, y2: number, more: Attributes): string {
  return element('line', { x1, y1, x2, y2, ...more })
}

/** The same markup elsewhere. */
export function moved(markup: string, x: number, y: number): string {
  if (markup === '' || (x === 0 && y === 0)) return markup
  return element('g', { transform: `translate(${round(x)} ${round(y)})` }, markup)
}
