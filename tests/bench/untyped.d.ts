// What do the peers take and give? As much as is used here; their packages are installed by the bench alone.
declare module 'lighthouse' {
  export interface Report {
    categories: Record<string, { score: number | null }>
    audits: Record<
      string,
      { id: string; title: string; score: number | null; scoreDisplayMode: string; numericValue?: number }
    >
  }
  export default function lighthouse(
    url: string,
    flags: { port: number; logLevel: string; onlyCategories: string[]; output: string }
  ): Promise<{ lhr: Report } | undefined>
}

declare module 'crossfilter2' {
  interface Group {
    reduceSum: (value: (line: never) => number) => Group
    all: () => { value: number }[]
  }
  interface Dimension {
    group: (key?: (value: number) => number) => { reduceSum: (value: (line: never) => number) => Group }
    filterRange: (range: [number, number]) => void
    filterExact: (value: string) => void
    filterAll: () => void
  }
  export default function crossfilter<T>(lines: T[]): {
    dimension: (value: (line: T) => string | number) => Dimension
  }
}

declare module '@uwdata/mosaic-core' {
  export class MosaicClient {
    constructor(selection: unknown)
    query(filter: unknown): unknown
    queryResult(data: unknown): this
  }
  export class Coordinator {
    constructor(
      connector: { query: (request: { type: string; sql: string }) => Promise<unknown> },
      options: { logger: null; consolidate: boolean }
    )
    connect(client: MosaicClient | undefined): void
  }
  export class Selection {
    static crossfilter(): Selection
    update(clause: unknown): void
  }
  export function clauseInterval(field: string, value: unknown, options: object): unknown
  export function clausePoint(field: string, value: unknown, options: object): unknown
}

declare module '@uwdata/mosaic-sql' {
  interface Built {
    select: (columns: object) => Built
    groupby: (column: string) => Built
    where: (filter: unknown) => Built
  }
  export const Query: { from: (table: string) => Built }
  export function sql(text: TemplateStringsArray, ...values: unknown[]): unknown
  export function sum(column: string): unknown
}
