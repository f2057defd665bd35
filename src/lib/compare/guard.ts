// What must not be concluded, and why? One sentence where it concerns, never a modal.

import type { FigureRow } from '../domain/figure-rows.ts'
import { french } from '../domain/format.ts'
import type { IndicatorKind } from '../domain/rows.ts'
import { asSubject, capitalise, listWords, plural } from '../domain/sentence.ts'
import type { CompareData } from './compare-data.ts'
import { MOST, type SelectionIssue } from './compare-url.ts'
import { NOT_PUBLISHED, type Section } from './model.ts'
import { nested, type Subject } from './subjects.ts'

type Guard = Section['guard']

const ofKind = (subject: Subject, kinds: readonly IndicatorKind[]): FigureRow[] =>
  subject.rows.filter(({ kind }) => kinds.includes(kind))

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

/** The doubt of the report between two columns: Angers may be inside the produit of the Pays de la Loire. */
export function moneyGuard(subjects: readonly Subject[]): Guard {
  const rows = subjects.flatMap((subject) => ofKind(subject, ['money']))
  const doubtful = rows.find((row) => rows.some((other) => row.contradicts.includes(other.id)))
  return doubtful === undefined
    ? null
    : { strong: french('À vérifier.'), text: french(capitalise(doubtful.note)) }
}

/** "Rennes, Nantes et Angers comptent des personnes rencontrées ; Orvault des personnes touchées." */
export function peopleGuard(subjects: readonly Subject[]): Guard {
  const names = new Map<string, { what: string; who: Set<string> }>()
  for (const subject of subjects)
    for (const row of ofKind(subject, ['people'])) {
      const one = names.get(row.group) ?? { what: row.group_name, who: new Set<string>() }
      one.who.add(subject.short)
      names.set(row.group, one)
    }
  const words = [...names.values()]
  if (words.length < 2) return null
  const shared = words.filter(({ who }) => who.size > 1)
  const said = words.map(({ what, who }) => `« ${lower(what)} » (${[...who].join(', ')})`)
  const together =
    shared.length === 0
      ? 'Aucun mot n’est dans deux colonnes'
      : `Seul${shared.length > 1 ? 's' : ''} ${listWords(shared.map(({ what }) => `« ${lower(what)} »`))} ${plural(shared.length, 'se lit', 'se lisent')} d’une colonne à l’autre`
  return {
    strong: 'Pas de classement ici.',
    text: french(
      `${words.length} mots, ${words.length} comptes : ${said.join(', ')}. ${together} ; aucune somme n’est faite.`
    )
  }
}

const whyNot = (row: FigureRow | undefined, data: CompareData): string =>
  data.groups.find(({ id }) => id === row?.group)?.why_not ?? ''

export function actsGuard(subjects: readonly Subject[], data: CompareData): Guard {
  const rows = subjects.flatMap((subject) => ofKind(subject, ['acts']))
  if (new Set(rows.map(({ group }) => group)).size < 2) return null
  return {
    strong: french('Ces actes ne s’additionnent pas.'),
    text: french(`${whyNot(rows[0], data)} Chaque ligne garde son échelle et le mot du rapport.`)
  }
}

export function meansGuard(subjects: readonly Subject[], data: CompareData): Guard {
  const mediators = subjects.flatMap(({ rows }) => rows.filter(({ indicator }) => indicator === 'mediators'))
  return mediators.length < 2
    ? null
    : { strong: french('Ces équipes ne s’additionnent pas.'), text: french(whyNot(mediators[0], data)) }
}

const KIND_WORDS: Partial<Record<IndicatorKind, string>> = {
  money: 'de produit',
  people: 'de nombre de personnes',
  acts: 'd’acte',
  means: 'de moyens',
  training: 'de chiffre de formation'
}

const named = (subject: Subject): string =>
  subject.kind === 'territory' ? asSubject(subject.name) : `« ${subject.name} »`

/** The produit of an agency never appears as a commune's: say at which level it is published. */
export function absentMoney(subject: Subject | undefined, data: CompareData): string {
  const region = data.territories.find(({ id }) => id === subject?.id)?.region
  const above = data.rows.find((row) => row.kind === 'money' && row.territory === region)
  return subject?.kind !== 'territory' || above === undefined || above.territory === 'optima'
    ? NOT_PUBLISHED
    : french(`${NOT_PUBLISHED} ici ; il l’est pour ${asSubject(above.territory_name)}`)
}

/** Nothing to draw: what is absent, that it is not a zero, and where the report does give it. */
export function emptyWords(kind: IndicatorKind, subjects: readonly Subject[], data: CompareData): string {
  const elsewhere = data.rows.filter((row) => row.kind === kind && row.territory !== 'optima')
  const above = elsewhere.filter((row) =>
    data.territories.some(
      ({ id, region }) => row.territory === region && subjects.some((subject) => subject.id === id)
    )
  )
  const where = [...new Set((above.length > 0 ? above : elsewhere).map((row) => row.territory_name))]
  const exists =
    where.length === 0
      ? ''
      : ` Il en publie pour ${listWords(where.slice(0, 4).map((name) => asSubject(name)))}.`
  return french(
    `Le rapport ne publie pas ${KIND_WORDS[kind] ?? 'de chiffre'} pour ${listWords(subjects.map(named))}. Ce n’est pas un zéro : nous n’en savons rien.${exists}`
  )
}

/** Columns of which one holds the other: their values are partly the same. */
export function nestedWords(subjects: readonly Subject[], data: CompareData): string {
  return nested(subjects, data)
    .map(([inner, outer]) =>
      french(
        `${capitalise(asSubject(inner.name))} est dans ${asSubject(outer.name)} : les mêmes chiffres sont dans les deux colonnes, ils ne s’ajoutent pas.`
      )
    )
    .join(' ')
}

/** What the address asked and this page cannot do, said. */
export function issueWords({ kind, value }: SelectionIssue): string {
  switch (kind) {
    case 'unknown':
      return french(`« ${value} » n’est ni un territoire ni un dispositif connu ici : ignoré.`)
    case 'whole':
      return french(
        `« ${value} » contient toutes les colonnes et ne se compare à aucune ; voir le tableau de tout.`
      )
    case 'twice':
      return french(`« ${value} » est déjà dans la comparaison : rien ne se compare à soi-même.`)
    case 'mixed':
      return french(
        `« ${value} » n’est pas de la même nature que le premier choix : on compare des territoires entre eux, ou des dispositifs entre eux.`
      )
    case 'many':
      return french(`« ${value} » est de trop : ${MOST} colonnes au plus, pour que chacune reste lisible.`)
  }
}
