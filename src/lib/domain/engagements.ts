// What is a contract or a project called by what became of it?

import type { ENGAGEMENT_KINDS } from './rows.ts'

export const ENGAGEMENT_NAMES: Readonly<Record<(typeof ENGAGEMENT_KINDS)[number], string>> = {
  new: 'nouveau',
  renewed: 'renouvelé',
  confirmed: 'confirmé',
  developed: 'développé',
  ended: 'terminé',
  planned: 'prévu'
}
