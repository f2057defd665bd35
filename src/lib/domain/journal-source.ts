// How is a journal named as a source, and which text do the rows counted on it quote?

/** What the id of a source of made-up rows begins with. */
export const FICTITIOUS_SOURCE = 'journal-fictif-'
/** The column by which made-up journals say what they are, folded (`foldCode`). */
export const FICTITIOUS_COLUMN = 'fictif'

export interface JournalSource {
  id: string
  title: string
  publisher: string
  year: number
  /** Name of the statement. */
  file: string
  url: string
  note: string
}

export const journalSourceId = (year: number, fictitious: boolean): string =>
  fictitious ? `${FICTITIOUS_SOURCE}${year}` : `journal-${year}`

/** Is a source the journal of a year, and no report? */
export const isJournalSource = (id: string): boolean => /^journal-(fictif-)?\d{4}$/.test(id)

export function journalSource(year: number, id: string): JournalSource {
  const title = id.startsWith(FICTITIOUS_SOURCE) ? 'Journal fictif' : 'Journal des interventions'
  return {
    id,
    title: `${title} ${year}`,
    publisher: 'Optima',
    year,
    file: `${id}.txt`,
    url: '',
    note: 'Compté sur le journal des équipes. Les petits nombres ne sont pas publiés, ni ceux qui les rendraient par soustraction : la page Méthode dit lesquels.'
  }
}

/** What the observations quote: one line each. */
export const statementOf = ({ title }: Pick<JournalSource, 'title'>, lines: readonly string[]): string =>
  [`${title} : relevé`, ...lines, ''].join('\n')
