// What does a page ask of the worker, and is a message really that?

/** `seen`: keep what I am and have loaded; `rest`: keep the sections, fiches and data, the line is good. */
export type Message = { type: 'seen'; page: string; files: string[] } | { type: 'rest' }

/** More than any page loads: what lies beyond is no message of ours. */
const MOST_FILES = 500

const isText = (value: unknown): value is string => typeof value === 'string'

/** null for whatever is no message of ours; addresses in it are judged where they are kept. */
export function readMessage(data: unknown): Message | null {
  if (typeof data !== 'object' || data === null || !('type' in data)) return null
  if (data.type === 'rest') return { type: 'rest' }
  if (data.type !== 'seen' || !('page' in data) || !('files' in data)) return null
  const { page, files } = data
  if (!isText(page) || !Array.isArray(files) || files.length > MOST_FILES || !files.every(isText)) return null
  return { type: 'seen', page, files }
}
