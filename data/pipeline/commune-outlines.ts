// Which outlines of communes has the owner provided, and to which of our territories do they belong?

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { XY } from './basemap-geometry.ts'
import { DataError, shown } from './problem.ts'
import type { Tables } from './read-tables.ts'

export interface CommuneOutlines {
  /** Open rings in degrees, of all shapes that have a territory; [] when there is no file. */
  rings: XY[][]
  /** Shapes that were left out, French, one line each. */
  warnings: string[]
}

const FILE = 'basemap/communes-contours.geojson'
/** How IGN (Admin Express, by its years) and Etalab name the code and the name, lower case. */
const CODES = ['insee_com', 'insee_arm', 'code_insee', 'insee', 'code']
const NAMES = ['nom', 'nom_com', 'nom_officiel', 'name']
/** Degrees by which a shape may miss the point of its territory: communes are smaller. */
const NEAR = 0.2
const NAMED = 10

type Unknowns = Record<string, unknown>
const isObject = (value: unknown): value is Unknowns =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** @throws DataError */
function fail(wrong: string, expected = ''): never {
  throw new DataError([{ file: `data/${FILE}`, row: null, column: '', value: '', wrong, expected }])
}

/** The first property of one of these names, whatever its case; '' without. */
function property(feature: Unknowns, names: readonly string[]): string {
  const all = isObject(feature.properties) ? Object.entries(feature.properties) : []
  const found = names
    .map((name) => all.find(([key]) => key.toLowerCase() === name)?.[1])
    .find((value) => typeof value === 'string' || typeof value === 'number')
  return found === undefined ? '' : String(found).trim()
}

function featuresOf(text: string): Unknowns[] {
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch {
    fail('le fichier n’est pas du JSON lisible.', 'un fichier GeoJSON, encodé en UTF-8')
  }
  const features = isObject(content) && content.type === 'FeatureCollection' ? content.features : undefined
  if (!Array.isArray(features) || features.length === 0 || !features.every(isObject))
    fail('le fichier ne contient pas de formes.', 'une « FeatureCollection » GeoJSON, une forme par commune')
  return features
}

function isRing(ring: unknown): ring is XY[] {
  return (
    Array.isArray(ring) &&
    ring.length > 3 &&
    ring.every((point) => Array.isArray(point) && Number.isFinite(point[0]) && Number.isFinite(point[1]))
  )
}

/** Every ring of a Polygon or MultiPolygon, without its repeated last point. */
function ringsOf({ geometry }: Unknowns, name: string): XY[][] {
  const { type, coordinates }: Unknowns = isObject(geometry) ? geometry : {}
  const polygons: unknown = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : []
  const rings: unknown = Array.isArray(polygons) ? polygons.flat() : []
  if (!Array.isArray(rings) || rings.length === 0 || !rings.every(isRing))
    fail(`la forme de ${name} n’est pas un contour fermé.`, 'une géométrie Polygon ou MultiPolygon')
  return rings.map((ring) => ring.slice(0, -1).map(([x, y]): XY => [x, y]))
}

/** @throws DataError when no part of the shape is near the point of its territory: another projection, or swapped axes. */
function checkPlace(rings: readonly XY[][], { lon, lat }: Unknowns, name: string): void {
  if (typeof lon !== 'number' || typeof lat !== 'number') return
  const near = ([x, y]: XY): boolean => Math.abs(x - lon) < NEAR && Math.abs(y - lat) < NEAR
  if (!rings.some((ring) => ring.some(near)))
    fail(
      `la forme de ${name} n’est pas là où est ce lieu.`,
      'degrés WGS 84 (EPSG:4326), longitude puis latitude'
    )
}

/** @throws DataError with the first thing that is wrong. */
export function communeOutlines(text: string, territories: Tables['territories']): CommuneOutlines {
  const ours = new Map(territories.map(({ values }) => [values.insee, values] as const))
  const rings: XY[][] = []
  const left: string[] = []
  const seen = new Set<string>()
  featuresOf(text).forEach((feature, index) => {
    const code = property(feature, CODES).padStart(5, '0')
    if (!/^\d[\dAB]\d{3}$/.test(code) || code === '00000')
      fail(
        `la forme n° ${index + 1} n’a pas de code INSEE de commune.`,
        `une propriété ${CODES.map((name) => name.toUpperCase()).join(', ')}`
      )
    const name = `${shown(property(feature, NAMES) || 'sans nom')} (${code})`
    const territory = ours.get(code)
    if (territory === undefined) return void left.push(name)
    if (seen.has(code)) fail(`deux formes ont le code ${code}.`, 'une forme par commune')
    seen.add(code)
    const own = ringsOf(feature, name)
    checkPlace(own, territory, name)
    rings.push(...own)
  })
  return { rings, warnings: warningsOf(left) }
}

/** A file of the whole country would say the same 35 000 times: the first are named, the others counted. */
function warningsOf(left: readonly string[]): string[] {
  const lines = left
    .slice(0, NAMED)
    .map((name) => `data/${FILE} : forme ignorée, ${name} n’est pas un lieu du rapport.`)
  const more = left.length - NAMED
  return more > 0 ? [...lines, `data/${FILE} : ${more} autres formes ignorées pour la même raison.`] : lines
}

/** Nothing when the owner has put no file there. @throws DataError with the first thing that is wrong. */
export async function readCommuneOutlines(
  source: string,
  territories: Tables['territories']
): Promise<CommuneOutlines> {
  let text: string
  try {
    text = await readFile(join(source, FILE), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { rings: [], warnings: [] }
    throw error
  }
  return communeOutlines(text, territories)
}
