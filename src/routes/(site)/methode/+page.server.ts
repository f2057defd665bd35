import { thresholdGroups } from '$lib/domain/journal-rules.ts'
import { openPublished } from '$lib/engine/published.ts'
import { readPublishedRules } from '$lib/figures/journal-rules.ts'
import { askMethod } from '$lib/figures/method.ts'
import { readReconciliation } from '$lib/figures/reconciliation.ts'
import { releasedVersions } from '$lib/figures/released.ts'
import { canonical, toComplete } from '$lib/site.ts'
import { pageCards } from '../page-cards.server.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async () => {
  const { engine, manifest } = await openPublished()
  const method = await askMethod((question) => engine.query(question))
  return {
    ...method,
    reconciliation: await readReconciliation(),
    thresholds: thresholdGroups(await readPublishedRules(), method.programmes),
    version: manifest.version,
    releases: await releasedVersions(),
    canonical: canonical('/methode/'),
    shareAlt: (await pageCards['/methode/']()).alt,
    toComplete: [...toComplete]
  }
}
