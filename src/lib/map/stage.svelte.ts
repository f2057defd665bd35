// Through which camera is the map seen now, and which of the two maps draws it?

import type { Unavailable } from './living-map.ts'
import { ZOOMS } from './living-map.ts'
import type { Gazetteer } from './outline.ts'
import { canPan, clampCamera, panCamera } from './pan.ts'
import type { Direction } from './pan.ts'
import type { Camera, Size } from './projection.ts'
import { viewCamera } from './views.ts'
import type { ViewId } from './views.ts'

/** svg: MapLibre was not asked for; starting, lost: the SVG map shows; live: MapLibre does; failed: it never will. */
export type StageStatus = 'svg' | 'starting' | 'live' | 'lost' | 'failed'

export class Stage {
  /** CSS pixels of the box; 0 until it is measured. */
  width = $state(0)
  height = $state(0)
  status = $state<StageStatus>('svg')
  reason = $state<Unavailable | null>(null)
  /** All names, once the files have come. */
  names = $state.raw<Gazetteer | null>(null)
  /** Are the four arrows open? They take room from the names. */
  arrows = $state(false)
  /** Where the reader asked to go since the view was chosen. */
  #wanted = $state.raw<{ view: ViewId; camera: Camera } | null>(null)
  /** Where MapLibre is. */
  #seen = $state.raw<Camera | null>(null)
  #view: () => ViewId

  constructor(view: () => ViewId) {
    this.#view = view
  }

  size: Size | null = $derived.by(() =>
    this.width > 0 && this.height > 0 ? { width: this.width, height: this.height } : null
  )
  /** A likely size until the box is measured. */
  frame: Size = $derived(this.size ?? { width: 546, height: 440 })
  target: Camera = $derived.by(() => {
    const wanted = this.#wanted
    if (wanted && wanted.view === this.#view()) return wanted.camera
    return viewCamera(this.#view(), this.frame)
  })
  camera: Camera = $derived.by(() => (this.status === 'live' && this.#seen ? this.#seen : this.target))

  /** Back to the frame of the view. */
  recentre(): void {
    this.#wanted = null
  }

  /** From where the map is going, as `panBy`: a second press while it moves counts in full. */
  zoomBy(steps: number): void {
    const zoom = Math.max(ZOOMS.min, Math.min(ZOOMS.max, this.target.zoom + steps))
    this.#go(clampCamera({ ...this.target, zoom }, this.frame))
  }

  /** One step to a side, or nowhere at the edge. */
  panBy(direction: Direction): void {
    if (this.canPan(direction)) this.#go(panCamera(this.target, this.frame, direction))
  }

  canPan(direction: Direction): boolean {
    return canPan(this.target, this.frame, direction)
  }

  #go(camera: Camera): void {
    this.#wanted = { view: this.#view(), camera }
  }

  /** MapLibre moved; by hand means that this is now where the reader wants to be. */
  moved(camera: Camera, byHand: boolean): void {
    this.#seen = camera
    if (byHand) this.#go(camera)
  }

  start(): void {
    if (this.status === 'svg' || this.status === 'failed') {
      this.status = 'starting'
      this.reason = null
    }
  }

  ready(): void {
    this.status = 'live'
  }

  lost(): void {
    this.status = 'lost'
  }

  fail(reason: Unavailable): void {
    this.status = 'failed'
    this.reason = reason
    this.#seen = null
  }
}

/** One sentence for each way the living map can fail; the SVG map and the list stay whole. */
export function reasonSentence(reason: Unavailable): string {
  switch (reason) {
    case 'webgl':
      return 'Carte simplifiée\u00a0: ce navigateur n’affiche pas de carte détaillée (WebGL absent ou désactivé).'
    case 'context':
      return 'Carte simplifiée\u00a0: l’affichage détaillé s’est interrompu.'
    case 'module':
    case 'data':
      return 'Carte simplifiée\u00a0: un fichier de la carte détaillée n’est pas arrivé.'
    case 'worker':
      return 'Carte simplifiée\u00a0: la carte détaillée n’a pas démarré ici.'
  }
}
