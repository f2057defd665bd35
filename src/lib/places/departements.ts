// What are the départements of the report called? The code is in the data, the name and its article are what people say.

const DEPARTEMENTS: Readonly<Record<string, { name: string; of: string }>> = {
  '14': { name: 'Calvados', of: 'du Calvados' },
  '29': { name: 'Finistère', of: 'du Finistère' },
  '35': { name: 'Ille-et-Vilaine', of: 'd’Ille-et-Vilaine' },
  '44': { name: 'Loire-Atlantique', of: 'de Loire-Atlantique' },
  '49': { name: 'Maine-et-Loire', of: 'de Maine-et-Loire' },
  '75': { name: 'Paris', of: 'et département' },
  '77': { name: 'Seine-et-Marne', of: 'de Seine-et-Marne' },
  '91': { name: 'Essonne', of: 'de l’Essonne' },
  '92': { name: 'Hauts-de-Seine', of: 'des Hauts-de-Seine' },
  '93': { name: 'Seine-Saint-Denis', of: 'de Seine-Saint-Denis' },
  '94': { name: 'Val-de-Marne', of: 'du Val-de-Marne' }
}

/** "du Val-de-Marne", after "Commune"; Paris is both. '' for a code that no place of ours has. */
export function ofDepartement(code: string): string {
  return DEPARTEMENTS[code]?.of ?? ''
}

/** "Val-de-Marne"; '' for a code that no place of ours has. */
export function departementName(code: string): string {
  return DEPARTEMENTS[code]?.name ?? ''
}
