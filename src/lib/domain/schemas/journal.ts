// What may a journal of interventions hold? One row an act, or several of one kind in one place on one day.

import { TODAY, type TableRules } from './rules.ts'

export const JOURNAL: TableRules = {
  id: 'journal',
  title: 'Journal des interventions',
  description:
    'Une ligne par acte de médiation, ou par plusieurs actes de même nature au même endroit le même jour. Aucune donnée personnelle : ni nom, ni adresse, ni texte libre.',
  fields: [
    {
      key: 'id',
      name: 'numero',
      title: 'Numéro',
      description: 'Numéro de la ligne dans votre outil, s’il y en a un. Unique dans le fichier.',
      type: { is: 'text', max: 64 },
      required: false,
      synonyms: ['n', 'no', 'num', 'identifiant', 'reference', 'ref'],
      example: '2022-000124'
    },
    {
      key: 'date',
      name: 'date',
      title: 'Date',
      description: 'Jour de l’acte : 31/12/2022 ou 2022-12-31.',
      type: { is: 'day', min: '1993-01-01', max: TODAY },
      required: true,
      synonyms: ['jour', 'date intervention', 'date de l intervention', 'date acte', 'le'],
      example: '14/03/2022'
    },
    {
      key: 'place',
      name: 'lieu',
      title: 'Site ou commune',
      description: 'Site ou commune, par son nom, son identifiant ou son code INSEE.',
      type: { is: 'code', of: 'places' },
      required: true,
      synonyms: [
        'site',
        'commune',
        'ville',
        'territoire',
        'territory',
        'code insee',
        'insee',
        'code commune'
      ],
      example: 'Orvault'
    },
    {
      key: 'programme',
      name: 'dispositif',
      title: 'Dispositif',
      description: 'Dispositif de médiation, par son nom ou son identifiant.',
      type: { is: 'code', of: 'programmes' },
      required: true,
      synonyms: ['programme', 'service', 'equipe', 'action', 'mission'],
      example: 'Citoyenneté et Prévention'
    },
    {
      key: 'act',
      name: 'nature',
      title: 'Nature de l’acte',
      description: 'Ce qui a été fait, dans les mots du rapport : interventions, missions de veille, appels…',
      type: { is: 'code', of: 'acts' },
      required: true,
      synonyms: [
        'acte',
        'type',
        'type d acte',
        'type acte',
        'nature acte',
        'indicateur',
        'indicator',
        'motif'
      ],
      example: 'médiations et régulations'
    },
    {
      key: 'count',
      name: 'nombre',
      title: 'Nombre d’actes',
      description: 'Combien d’actes compte cette ligne.',
      type: { is: 'integer', min: 0, max: 100_000 },
      required: true,
      synonyms: ['nb', 'nombre actes', 'nb actes', 'quantite', 'value', 'valeur', 'total'],
      example: '1'
    },
    {
      key: 'people',
      name: 'personnes',
      title: 'Personnes',
      description: 'Combien de personnes étaient concernées ; vide si ce n’est pas compté.',
      type: { is: 'integer', min: 0, max: 100_000 },
      required: false,
      synonyms: [
        'nb personnes',
        'nombre de personnes',
        'nombre personnes',
        'public',
        'usagers',
        'beneficiaires'
      ],
      example: '2'
    },
    {
      key: 'duration',
      name: 'duree',
      title: 'Durée',
      description: 'Durée, en minutes (45) ou en heures (1h30, 1:30) ; vide si elle n’est pas relevée.',
      type: { is: 'duration', min: 0, max: 1440 },
      required: false,
      synonyms: ['duree minutes', 'duree en minutes', 'duree min', 'minutes', 'temps', 'temps passe'],
      example: '0h45'
    }
  ],
  relations: [],
  unique: ['id'],
  // Two equal acts on one day are possible, a file pasted twice is more likely: the reader decides.
  repeated: 'warning'
}
