// How does the page of a year tell its highlights? What the pipeline writes for it in story.json.

export interface GuideRow {
  /** Id of the highlight. */
  id: string
  /** Its millésime. */
  year: number
  /** Id of the step that it is told with, '' for a step of its own. */
  told_with: string
  /** Id of the observation that stands beside the step, '' for none. */
  number: string
}
export type StoryGuide = GuideRow[]
