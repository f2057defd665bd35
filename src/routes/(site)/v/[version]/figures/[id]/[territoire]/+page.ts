import { withMap } from '../../../../../figures/figure-map.ts'
import type { PageLoad } from './$types'

export const load: PageLoad = ({ data }) => withMap(data)
