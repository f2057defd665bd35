// What do packages without types of their own take and give?
declare module 'subset-font' {
  export default function subsetFont(
    font: Uint8Array,
    text: string,
    options?: {
      targetFormat?: 'sfnt' | 'woff' | 'woff2' | 'truetype'
      variationAxes?: Record<string, number | { min?: number; max?: number; default?: number }>
      keepFeatures?: string[]
    }
  ): Promise<Buffer>
}
