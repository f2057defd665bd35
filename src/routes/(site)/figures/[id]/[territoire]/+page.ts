import { withParts } from '../../late-parts.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = ({ data }) => withParts(data)
