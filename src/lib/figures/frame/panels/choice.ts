// What does a drawing need of the page around it? Which territory is chosen, and what its names and values open.

export interface Choice {
  /** Id of the figure: its values open the panel of its sources where there is no script. */
  figure: string
  /** Id of the chosen territory. */
  selected: string | null
  /** Address that a name leads to. */
  href: (territory: string) => string
  /** Chooses in place; null lets the link be followed. */
  onselect: ((territory: string | null) => void) | null
  /** Ways to look closer: all on the page of the figure, the larger axis on a page of many, none without script. */
  controls: 'all' | 'zoom' | 'none'
  /** Heading of a panel: one level under the title of the figure. */
  heading: 'h2' | 'h3'
}

/** Id of the panel with the sentences of the report. */
export const sourcePanel = (figure: string): string => `${figure}-source`
