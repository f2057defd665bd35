import { withParts } from '../../../../../figures/late-parts.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = ({ data }) => withParts(data)
