// How is it said in French that a file cannot be read, or what a reader should know of one that can?

import { formatNumber } from '../domain/format.ts'
import type { Encoding } from './detect-encoding.ts'
import type { FileRefusal } from './file-kind.ts'
import type { FileNote } from './open-file.ts'
import type { Delimiter } from './dialect.ts'

export interface RefusalWords {
  /** What is wrong, a sentence with its full stop. */
  reason: string
  /** What to do, a sentence with its full stop. */
  remedy: string
}

const EXPORT =
  'Ouvrez-le dans votre tableur, puis «\u202fEnregistrer sous\u202f» au format «\u202fCSV UTF-8\u202f».'
const CHOOSE = 'Choisissez un fichier CSV ou Parquet.'

/** Bytes as "200 Mo", to the megabyte below the number. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${formatNumber(bytes)}\u00a0octets`
  return bytes < 1e6
    ? `${formatNumber(bytes / 1000, 0)}\u00a0ko`
    : `${formatNumber(bytes / 1e6, bytes < 1e7 ? 1 : 0)}\u00a0Mo`
}

const FOREIGN: Readonly<Record<string, RefusalWords>> = {
  xlsx: { reason: 'C’est un classeur Excel (XLSX), quel que soit son nom.', remedy: EXPORT },
  xls: { reason: 'C’est un ancien classeur Excel (XLS), quel que soit son nom.', remedy: EXPORT },
  ods: { reason: 'C’est un classeur LibreOffice (ODS), quel que soit son nom.', remedy: EXPORT },
  zip: {
    reason: 'C’est une archive ZIP, quel que soit son nom.',
    remedy: 'Décompressez-la, puis choisissez le fichier CSV qu’elle contient.'
  },
  gzip: {
    reason: 'C’est un fichier compressé (GZIP).',
    remedy: 'Décompressez-le, puis choisissez le fichier CSV qu’il contient.'
  },
  pdf: {
    reason: 'C’est un document PDF.',
    remedy: 'Demandez le tableau d’origine, ou recopiez-le dans un tableur.'
  },
  image: { reason: 'C’est une image.', remedy: CHOOSE },
  html: {
    reason: 'C’est une page web, pas un tableau : le téléchargement a peut-être échoué.',
    remedy: 'Téléchargez à nouveau le fichier depuis votre outil.'
  },
  xml: { reason: 'C’est un fichier XML.', remedy: 'Exportez-le en CSV depuis l’outil dont il vient.' },
  json: { reason: 'C’est un fichier JSON.', remedy: 'Exportez-le en CSV depuis l’outil dont il vient.' },
  binary: { reason: 'Ce n’est pas un fichier texte.', remedy: CHOOSE }
}

export function refusalWords(refusal: FileRefusal): RefusalWords {
  switch (refusal.code) {
    case 'empty':
      return {
        reason: 'Le fichier est vide : il ne contient aucun octet.',
        remedy: 'Enregistrez-le à nouveau depuis votre outil.'
      }
    case 'blank':
      return {
        reason: 'Le fichier ne contient que des espaces ou des lignes vides.',
        remedy: 'Enregistrez-le à nouveau depuis votre outil.'
      }
    case 'header_only':
      return {
        reason: `Le fichier n’a qu’une ligne d’en-tête (${formatNumber(refusal.columns)}\u00a0${refusal.columns === 1 ? 'colonne' : 'colonnes'}) et aucune ligne de données.`,
        remedy: 'Ajoutez vos lignes sous l’en-tête.'
      }
    case 'too_big':
      return {
        reason: `Le fichier pèse ${formatBytes(refusal.bytes)}, au-delà des ${formatBytes(refusal.most)} lisibles dans un navigateur.`,
        remedy: 'Découpez-le, par année par exemple. Rien n’a été lu.'
      }
    case 'too_many_columns':
      return {
        reason: `L’en-tête a ${formatNumber(refusal.found)} colonnes, au-delà des ${formatNumber(refusal.most)} admises.`,
        remedy: 'Gardez les seules colonnes utiles, ou vérifiez le séparateur.'
      }
    case 'unreadable':
      return {
        reason: 'Le navigateur n’a pas pu lire le fichier : il a été déplacé, ou il est ouvert ailleurs.',
        remedy: 'Fermez-le dans les autres logiciels, puis choisissez-le à nouveau.'
      }
    case 'damaged_parquet':
      return {
        reason: 'Le fichier Parquet est abîmé ou incomplet.',
        remedy: 'Copiez-le ou exportez-le à nouveau.'
      }
    default:
      return FOREIGN[refusal.code] ?? { reason: 'Ce n’est pas un fichier texte.', remedy: CHOOSE }
  }
}

const list = (positions: readonly number[]): string => positions.map(String).join(', ')

/** A sentence with its full stop. */
export function noteWords(note: FileNote): string {
  switch (note.code) {
    case 'sep_line':
      return 'La première ligne («\u202fsep=\u202f») donne le séparateur : elle n’est pas une donnée.'
    case 'mixed_newlines':
      return 'Le fichier mêle plusieurs sortes de fins de ligne : toutes ont été lues.'
    case 'blank_lines':
      return note.count === 1
        ? 'Une ligne vide a été passée.'
        : `${formatNumber(note.count)} lignes vides ont été passées.`
    case 'unreadable_characters':
      return `${note.count === 1 ? 'Un caractère est illisible' : `${formatNumber(note.count)} caractères sont illisibles`} dans cet encodage, à partir de la ligne ${formatNumber(note.line)} : essayez-en un autre.`
    case 'twin_header':
      return `Deux colonnes ou plus s’appellent «\u202f${note.column}\u202f» (${list(note.positions)}) : choisissez la bonne.`
    case 'blank_header':
      return note.positions.length === 1
        ? `La colonne ${list(note.positions)} n’a pas de nom.`
        : `Les colonnes ${list(note.positions)} n’ont pas de nom.`
    case 'broken_header':
      return 'Un guillemet est mal placé dans la ligne d’en-tête : vérifiez les noms des colonnes.'
  }
}

export const ENCODING_NAMES: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'windows-1252': 'Windows-1252 (Excel français)',
  'utf-16le': 'UTF-16 (petit-boutiste)',
  'utf-16be': 'UTF-16 (gros-boutiste)'
}

export const DELIMITER_NAMES: Readonly<Record<Delimiter, string>> = {
  ';': 'Point-virgule ( ; )',
  ',': 'Virgule ( , )',
  '\t': 'Tabulation',
  '|': 'Barre verticale ( | )'
}
