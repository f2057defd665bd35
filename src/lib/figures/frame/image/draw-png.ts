// How does the browser turn an SVG into a PNG that looks the same everywhere? With the font inside, on a canvas.

/** The SVG with Inter inside: an image may load nothing, not even a font of the page. */
export function withFont(svg: string, font: string): string {
  const face = `@font-face{font-family:'Inter Variable';src:url(${font}) format('woff2');font-weight:400 700}`
  return svg.replace(/<svg[^>]*>/, (open) => `${open}<style>${face}</style>`)
}

/** A file as a data: address. @throws where it does not come. */
export async function dataUrl(address: string, type: string): Promise<string> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${response.status} ${address}`)
  const bytes = new Uint8Array(await response.arrayBuffer())
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return `data:${type};base64,${btoa(text)}`
}

async function imageOf(svg: string): Promise<HTMLImageElement> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  return image
}

/** `scale` times the size that the SVG gives itself. @throws where the browser cannot draw it. */
export async function drawPng(svg: string, scale: number): Promise<Blob> {
  const image = await imageOf(svg)
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(image.naturalWidth * scale)
  canvas.height = Math.round(image.naturalHeight * scale)
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('no canvas')
  const draw = (): void => context.drawImage(image, 0, 0, canvas.width, canvas.height)
  draw()
  // WebKit decodes the font inside an image after it says that the image is ready: what counts is the second drawing.
  await new Promise((done) => setTimeout(done, 60))
  context.clearRect(0, 0, canvas.width, canvas.height)
  draw()
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
  if (blob === null) throw new Error('no PNG')
  return blob
}
