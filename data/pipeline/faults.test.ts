import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fixture, SITE, writeFiles, type Files } from './fixture.ts'
import { DataError } from './problem.ts'
import { run } from './run.ts'
import { fieldsOf, TABLES, YEARLY } from './schema.ts'

let place: string
const folders: string[] = []
const output = (): { target: string; workshop: string } => ({
  target: join(place, 'data'),
  workshop: join(place, '.cache')
})

beforeEach(async () => {
  place = await writeFiles({})
  folders.push(place)
})
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

async function messages(files: Files): Promise<string[]> {
  const source = await writeFiles(files)
  folders.push(source)
  const error: unknown = await run({ source, ...output() }).then(
    () => null,
    (reason: unknown) => reason
  )
  if (!(error instanceof DataError)) throw new Error(`no DataError: ${String(error)}`)
  return error.message.split('\n')
}

describe('one fault, one message', () => {
  /** In a file, the first `from` becomes `to`. */
  const change =
    (file: string, from: string, to: string) =>
    (files: Files): Files => {
      if (files[file]?.includes(from) !== true) throw new Error(`${file} does not hold ${from}`)
      return { ...files, [file]: files[file].replace(from, to) }
    }
  const without =
    (start: string) =>
    (files: Files): Files =>
      Object.fromEntries(Object.entries(files).filter(([path]) => !path.startsWith(start)))
  const O = '2021/observations.csv'

  it.each<[string, (files: Files) => Files, string]>([
    [
      'no millésime',
      without('2021/'),
      'data/ : aucun millésime. Attendu : au moins un dossier nommé comme une année, par exemple data/2021/.'
    ],
    ['no source file', without('sources/rapport'), 'data/sources/ : dossier absent.'],
    ['no file', without(O), 'data/2021/observations.csv : fichier absent.'],
    ['no site', without('site.json'), 'data/site.json : fichier absent.'],
    [
      'empty file',
      (files) => ({ ...files, [O]: '' }),
      'data/2021/observations.csv : fichier vide. Attendu : une ligne de noms de colonnes, puis les lignes.'
    ],
    [
      'missing column',
      change('2021/highlights.csv', 'id,start,end,', 'id,start,'),
      'data/2021/highlights.csv, ligne 1, colonne « end » : colonne absente. Attendu : les colonnes id, start, end, title, text, territory, programme, source, section, quote, told_with, number.'
    ],
    [
      'renamed column',
      change(O, ',value,', ',valeur,'),
      'data/2021/observations.csv, ligne 1, colonne « valeur » : colonne inconnue. Attendu : « value ».'
    ],
    [
      'extra column',
      change('reference/groups.csv', ',why_not', ',why_not,couleur'),
      'data/reference/groups.csv, ligne 1, colonne « couleur » : colonne inconnue. Attendu : les colonnes id, name, kind, definition, additive, why_not.'
    ],
    [
      'twin column',
      change('2021/highlights.csv', ',quote,told_with', ',quote,quote,told_with'),
      'data/2021/highlights.csv, ligne 1, colonne « quote » : colonne en double.'
    ],
    [
      'ragged row',
      change(O, 'nantes,produit,nantes,', 'nantes,produit,'),
      'data/2021/observations.csv, ligne 5 : 16 cellules. Attendu : 17 cellules, comme la première ligne ; un texte qui contient une virgule se met entre guillemets.'
    ],
    [
      'open quote',
      change('2021/highlights.csv', 'Un fait.', '"Un fait.'),
      'data/2021/highlights.csv, ligne 2 : un guillemet n’est pas fermé, ou l’est trop tôt. Attendu : un texte entre guillemets droits, un guillemet à l’intérieur étant doublé.'
    ],
    [
      'empty required cell',
      change(O, 'rennes:tout', ''),
      'data/2021/observations.csv, ligne 2, colonne « perimeter » : cellule vide. Attendu : une valeur.'
    ],
    [
      'a word for a number',
      change(O, ',63,count', ',12a,count'),
      'data/2021/observations.csv, ligne 8, colonne « value » : « 12a » n’est pas un nombre. Attendu : un nombre décimal avec un point.'
    ],
    [
      'decimal comma',
      change(O, ',63,count', ',"6,3",count'),
      'data/2021/observations.csv, ligne 8, colonne « value » : « 6,3 » n’est pas un nombre. Attendu : un nombre décimal avec un point.'
    ],
    [
      'not a number',
      change(O, ',63,count', ',NaN,count'),
      'data/2021/observations.csv, ligne 8, colonne « value » : « NaN » n’est pas un nombre. Attendu : un nombre décimal avec un point.'
    ],
    [
      'infinite',
      change(O, ',63,count', `,${'9'.repeat(400)},count`),
      `data/2021/observations.csv, ligne 8, colonne « value » : « ${'9'.repeat(80)}… » dépasse ce qu’un nombre peut porter. Attendu : un nombre décimal avec un point.`
    ],
    [
      'fraction of a thing',
      change('reference/sites.csv', ',1,rapport', ',1.5,rapport'),
      'data/reference/sites.csv, ligne 2, colonne « count » : « 1.5 » n’est pas un nombre entier. Attendu : un nombre entier.'
    ],
    [
      'off the globe',
      change('reference/territories.csv', '48.1', '148.1'),
      'data/reference/territories.csv, ligne 3, colonne « lat » : « 148.1 » est hors limites. Attendu : un nombre entre -90 et 90.'
    ],
    [
      'unknown kind',
      change('reference/territories.csv', 'nantes,Nantes,commune', 'nantes,Nantes,comune'),
      'data/reference/territories.csv, ligne 4, colonne « kind » : « comune » n’est pas un mot connu (vouliez-vous dire « commune » ?). Attendu : un mot parmi organisation, region, departement, epci, commune, arrondissement, line.'
    ],
    [
      'unknown mark',
      change(O, 'count,to_verify', 'count,to_verify|aprox'),
      'data/2021/observations.csv, ligne 7, colonne « mark » : « aprox » n’est pas un mot connu. Attendu : un ou plusieurs mots parmi exact, at_least, about, rounded, computed, partial_period, to_verify, secret, séparés par « | ».'
    ],
    [
      'marks that exclude one another',
      change(O, ',exact,', ',exact|about,'),
      'data/2021/observations.csv, ligne 3, colonne « mark » : « exact » et « about » s’excluent. Attendu : l’un ou l’autre.'
    ],
    [
      'not a day',
      change(O, '2021-12-31', '2021-02-30'),
      'data/2021/observations.csv, ligne 2, colonne « period_end » : « 2021-02-30 » n’est pas un jour. Attendu : une date comme 2021-12-31.'
    ],
    [
      'neither true nor false',
      change('reference/groups.csv', ',true,', ',oui,'),
      'data/reference/groups.csv, ligne 2, colonne « additive » : « oui » n’est ni vrai ni faux. Attendu : « true » ou « false ».'
    ],
    [
      'bad id',
      change('reference/partners.csv', 'ville,Ville', 'Ville,Ville'),
      'data/reference/partners.csv, ligne 2, colonne « id » : « Ville » n’est pas un identifiant. Attendu : des minuscules sans accent, des chiffres et des tirets.'
    ],
    [
      'a file elsewhere',
      change('reference/sources.csv', 'rapport.txt', '../secret.txt'),
      'data/reference/sources.csv, ligne 2, colonne « file » : « ../secret.txt » n’est pas un nom de fichier. Attendu : un nom sans dossier, dans data/sources/.'
    ],
    [
      'missing text of a source',
      change('reference/sources.csv', 'rapport.txt', 'raport.txt'),
      'data/reference/sources.csv, ligne 2, colonne « file » : data/sources/raport.txt : fichier absent.'
    ],
    [
      'twin id',
      change(O, '\nnantes', '\nrennes'),
      'data/2021/observations.csv, ligne 5, colonne « id » : « rennes » est déjà pris, ligne 3 de data/2021/observations.csv. Attendu : un identifiant unique.'
    ],
    [
      'id of an engagement',
      change('2021/engagements.csv', 'marche', 'nantes'),
      'data/2021/engagements.csv, ligne 2, colonne « id » : « nantes » est déjà pris, ligne 5 de data/2021/observations.csv. Attendu : un identifiant unique.'
    ],
    [
      'unknown territory',
      change(O, 'nantes,produit,nantes', 'nantes,produit,nante'),
      'data/2021/observations.csv, ligne 5, colonne « territory » : « nante » est inconnu (vouliez-vous dire « nantes » ?). Attendu : un identifiant présent dans territories.csv.'
    ],
    [
      'unknown programme in a list',
      change('reference/sites.csv', ',jour,', ',jour|nuit,'),
      'data/reference/sites.csv, ligne 2, colonne « programmes » : « nuit » est inconnu. Attendu : un identifiant présent dans programmes.csv.'
    ],
    [
      'second unit',
      change(O, ',63,count', ',63,people'),
      'data/2021/observations.csv, ligne 8, colonne « unit » : « people » est une seconde unité pour « modules ». Attendu : « count », son unité dans data/reference/indicators.csv.'
    ],
    [
      'kind of another group',
      change('reference/indicators.csv', 'count,training', 'count,acts'),
      'data/reference/indicators.csv, ligne 3, colonne « kind » : « acts » n’est pas le genre du groupe « modules ». Attendu : « training ».'
    ],
    [
      'words that are not in the report',
      change(O, 'Nantes 30 €', 'Nantes 31 €'),
      'data/2021/observations.csv, ligne 5, colonne « quote » : « Nantes 31 € » n’est pas dans le texte de la source. Attendu : les mots du rapport à la lettre, morceaux séparés par « | » ou « […] ».'
    ],
    [
      'the end of a longer number',
      change(O, '60 € | 30 €', '60 € | 0 €'),
      'data/2021/observations.csv, ligne 6, colonne « quote » : « 0 € » n’est pas dans le texte de la source. Attendu : les mots du rapport à la lettre, morceaux séparés par « | » ou « […] ».'
    ],
    [
      'wording of nobody',
      change('reference/indicators.csv', 'de produit', 'de chiffre'),
      'data/reference/indicators.csv, ligne 2, colonne « wording » : « de chiffre » n’est dans le texte d’aucune source. Attendu : les mots du rapport à la lettre, ou rien.'
    ],
    [
      'computed without formula',
      change(O, '100 − (60 + 30) = 10', ''),
      'data/2021/observations.csv, ligne 6, colonne « formula » : valeur calculée sans formule. Attendu : la formule, puisque « mark » dit « computed ».'
    ],
    [
      'formula without computed',
      change(O, ',computed,', ',to_verify,'),
      'data/2021/observations.csv, ligne 6, colonne « mark » : formule sans la marque « computed ». Attendu : « computed » parmi les marques, ou aucune formule.'
    ],
    [
      'formula with a wrong sum',
      change(O, '(60 + 30) = 10', '(60 + 30) = 11'),
      'data/2021/observations.csv, ligne 6, colonne « formula » : « 100 − (60 + 30) » donne 10, pas 11. Attendu : le résultat de la formule.'
    ],
    [
      'one-sided contradiction',
      change(O, '63 modules,,modules,', '63 modules,,,'),
      'data/2021/observations.csv, ligne 7, colonne « contradicts » : contredit « modules-autres », qui ne le dit pas en retour (ligne 8 de data/2021/observations.csv). Attendu : l’une et l’autre ligne se nomment.'
    ],
    [
      'contradiction without its mark',
      change(O, '63,count,to_verify', '63,count,exact'),
      'data/2021/observations.csv, ligne 8, colonne « mark » : un désaccord sans la marque « to_verify ». Attendu : « to_verify » parmi les marques.'
    ],
    [
      'period upside down',
      change(O, '2021-12-31', '2020-12-31'),
      'data/2021/observations.csv, ligne 2, colonne « period_end » : « 2020-12-31 » vient avant le début, « 2021-01-01 ». Attendu : une date égale ou postérieure à « period_start ».'
    ],
    [
      'partial dates upside down',
      change('2021/engagements.csv', '2023-06', '2020-06'),
      'data/2021/engagements.csv, ligne 2, colonne « end » : « 2020-06 » vient avant le début, « 2021 ». Attendu : une date égale ou postérieure à « start ».'
    ],
    [
      'population without year',
      change('reference/territories.csv', ',2023,', ',,'),
      'data/reference/territories.csv, ligne 3, colonne « population_year » : « population » est donné sans « population_year ». Attendu : les deux, ou aucun.'
    ],
    [
      'half a point',
      change('reference/territories.csv', ',48.1,', ',,'),
      'data/reference/territories.csv, ligne 3, colonne « lat » : « lon » est donné sans « lat ». Attendu : les deux, ou aucun.'
    ],
    [
      'unknown parent',
      change('reference/territories.csv', 'Nantes,commune,optima', 'Nantes,commune,optma'),
      'data/reference/territories.csv, ligne 4, colonne « parent » : « optma » est inconnu (vouliez-vous dire « optima » ?). Attendu : un identifiant présent dans territories.csv.'
    ],
    [
      'own ancestor',
      change('reference/territories.csv', 'Nantes,commune,optima', 'Nantes,commune,nantes'),
      'data/reference/territories.csv, ligne 4, colonne « parent » : le territoire est son propre ancêtre : nantes → nantes. Attendu : un parent plus grand.'
    ],
    [
      'second root',
      change('reference/territories.csv', 'Nantes,commune,optima', 'Nantes,commune,'),
      'data/reference/territories.csv, ligne 4, colonne « parent » : un second territoire sans parent. Attendu : un seul, « optima ».'
    ],
    [
      'told with something unknown',
      change('2021/highlights.csv', ',Rennes,,', ',Rennes,faite,'),
      'data/2021/highlights.csv, ligne 2, colonne « told_with » : « faite » est inconnu (vouliez-vous dire « fait » ?). Attendu : un identifiant présent dans highlights.csv.'
    ],
    [
      'told with itself',
      change('2021/highlights.csv', ',Rennes,,', ',Rennes,fait,'),
      'data/2021/highlights.csv, ligne 2, colonne « told_with » : le fait est raconté avec lui-même. Attendu : un autre fait, ou rien pour une étape.'
    ],
    [
      'number of nobody beside a step',
      change('2021/highlights.csv', ',Rennes,,', ',Rennes,,renne'),
      'data/2021/highlights.csv, ligne 2, colonne « number » : « renne » est inconnu (vouliez-vous dire « rennes » ?). Attendu : un identifiant présent dans observations.csv.'
    ],
    [
      'alias of two',
      change('reference/territories.csv', 'Nantes,commune,optima,,,', 'Nantes,commune,optima,,,35200'),
      'data/reference/territories.csv, ligne 4, colonne « aliases » : « 35200 » est déjà un autre nom de « rennes ». Attendu : un nom pour un seul territoire.'
    ],
    [
      'formula with numbers of nobody',
      change(O, '100 − (60 + 30) = 10', '100 − (60 + 40 − 10) = 10'),
      'data/2021/observations.csv, ligne 6, colonne « formula » : 40 n’est la valeur d’aucune observation publiée. Attendu : des termes publiés.'
    ],
    [
      'formula of another row',
      change(O, '100 − (60 + 30) = 10', '100 − 60 = 40'),
      'data/2021/observations.csv, ligne 6, colonne « formula » : la formule donne 40, la ligne dit 10. Attendu : la valeur que donne la formule.'
    ],
    [
      'formula nobody can read',
      change(O, '100 − (60 + 30) = 10', 'le reste'),
      'data/2021/observations.csv, ligne 6, colonne « formula » : « le reste » ne se lit pas. Attendu : « termes = résultat », « …, arrondi à n », « juin, juillet = 2 mois », « avril à juin = 3 mois » ou « nombre de … dans la liste = n ».'
    ],
    [
      'computed row that its terms do not give',
      change('2021/reconciliation.csv', 'total − (rennes + nantes)', 'total − rennes'),
      'data/2021/reconciliation.csv, ligne 3, colonne « published » : les termes de « reste » donnent 40, la ligne calculée dit 10. Attendu : 40.'
    ],
    [
      'disagreement that no mark tells',
      change(O, ',100,eur,to_verify', ',100,eur,exact'),
      'data/2021/reconciliation.csv, ligne 2, colonne « published » : « parts » : les termes donnent 90, 100 est publié, et rien ne le signale. Attendu : la marque « to_verify » sur l’observation publiée.'
    ],
    [
      'unknown term',
      change('2021/reconciliation.csv', 'rennes + nantes', 'rennes + nante'),
      'data/2021/reconciliation.csv, ligne 2, colonne « expression » : « nante » est inconnu (vouliez-vous dire « nantes » ?). Attendu : des identifiants d’observations et des nombres, reliés par + − × ÷ ( ) %.'
    ],
    [
      'site without origin',
      (files) => ({ ...files, 'site.json': JSON.stringify({ ...SITE, origin: undefined }) }),
      'data/site.json, clé « origin » : clé absente. Attendu : une adresse comme https://chiffres.exemple.fr, sans barre finale.'
    ],
    [
      'site with a bad address',
      (files) => ({ ...files, 'site.json': JSON.stringify({ ...SITE, contact: { email: 'x', phone: '' } }) }),
      'data/site.json, clé « contact.email » : « "x" » n’est pas admis. Attendu : une adresse électronique.'
    ]
  ])('%s', async (_name, mutate, message) => {
    expect(await messages(mutate(fixture()))).toEqual([message])
  })
})

it('says that there is no data at all', async () => {
  const options = { source: join(place, 'nowhere'), ...output() }
  await expect(run(options)).rejects.toThrow('data/ : dossier absent.')
})

it('says that a file is not UTF-8', async () => {
  const source = await writeFiles(fixture())
  folders.push(source)
  await writeFile(join(source, '2021/highlights.csv'), Buffer.from('id,été\n', 'latin1'))
  await expect(run({ source, ...output() })).rejects.toThrow(
    'data/2021/highlights.csv : fichier illisible. Attendu : un texte en UTF-8.'
  )
})

it('tells every fault at once, in the order of files and lines', async () => {
  const files = fixture()
  const text = (files['2021/observations.csv'] ?? '')
    .replace(',60,eur', ',x,eur')
    .replace(',100,eur', ',y,eur')
  const found = await messages({ ...files, '2021/observations.csv': text, 'site.json': '{' })
  expect(found.map((message) => message.split(' : ')[0])).toEqual([
    'data/2021/observations.csv, ligne 2, colonne « value »',
    'data/2021/observations.csv, ligne 3, colonne « value »',
    'data/site.json'
  ])
})

const pathOf = (table: (typeof TABLES)[number]): string =>
  `${YEARLY.includes(table) ? '2021' : 'reference'}/${table}.csv`

it('names any column that is missing or that nobody knows @fault-17', async () => {
  const columns = TABLES.flatMap((table) => fieldsOf(table).map(([column]) => ({ table, column })))
  const property = fc.asyncProperty(
    fc.constantFrom(...columns),
    fc.constantFrom('', 'x', 'zzzzzzzz'),
    async ({ table, column }, suffix) => {
      const files = fixture()
      const [header = '', ...lines] = (files[pathOf(table)] ?? '').split('\n')
      const renamed = header
        .split(',')
        .map((name) => (name === column ? `${name}${suffix || '_'.repeat(30)}` : name))
      const found = await messages({ ...files, [pathOf(table)]: [renamed.join(','), ...lines].join('\n') })
      expect(found.every((message) => message.startsWith(`data/${pathOf(table)}, ligne 1, colonne « `))).toBe(
        true
      )
      expect(found.join('\n')).toContain(column)
    }
  )
  await fc.assert(property, { numRuns: 60, seed: 1 })
})

it('says so whatever a file holds, and never fails in another way @fault-17', async () => {
  const letters = fc.string({
    unit: fc.constantFrom('"', ',', '\n', '\r', '|', '=', '-', '1', 'é', '\0', 'id', 'value'),
    maxLength: 60
  })
  const property = fc.asyncProperty(
    fc.constantFrom(...TABLES),
    letters,
    fc.boolean(),
    async (table, text, appended) => {
      const files = fixture()
      const file = pathOf(table)
      if (appended && text.trim() === '') return
      for (const message of await messages({
        ...files,
        [file]: appended ? `${files[file] ?? ''}${text}` : text
      }))
        expect(message).toMatch(/^data\/.+ : .+\.$/)
    }
  )
  await fc.assert(property, { numRuns: 100, seed: 1 })
})
