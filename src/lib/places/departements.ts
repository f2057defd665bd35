// What are the départements of the report called? The code is in the data, the name and its article are what people say.

const OF: Readonly<Record<string, string>> = {
  '14': 'du Calvados',
  '29': 'du Finistère',
  '35': 'd’Ille-et-Vilaine',
  '44': 'de Loire-Atlantique',
  '49': 'de Maine-et-Loire',
  '75': 'et département',
  '77': 'de Seine-et-Marne',
  '91': 'de l’Essonne',
  '92': 'des Hauts-de-Seine',
  '93': 'de Seine-Saint-Denis',
  '94': 'du Val-de-Marne'
}

/** "du Val-de-Marne"; '' for a code that no place of ours has. */
export function ofDepartement(code: string): string {
  return OF[code] ?? ''
}

/** "Val-de-Marne"; '' for a code that no place of ours has. */
export function departementName(code: string): string {
  return ofDepartement(code).replace(/^(?:d’|de l’|du |des |de |et département)/, '')
}
