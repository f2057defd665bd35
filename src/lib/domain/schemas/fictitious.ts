// How do made-up data say what they are? A journal by this column, the examples by ids that begin with its name.

export const FICTITIOUS_COLUMN = 'fictif'
