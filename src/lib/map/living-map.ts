// How does MapLibre start, what does it tell, and what happens when it cannot?
//
// Every failure ends in one call of `onunavailable`, after which nothing of it is left on the page.

import type { Map as LibreMap, MapOptions } from 'maplibre-gl'
import { fetchBasemap } from './fetch-basemap.ts'
import { themePaint } from './layers.ts'
import type { Gazetteer } from './outline.ts'
import { PANNED } from './pan.ts'
import type { Camera } from './projection.ts'
import { mapStyle } from './style.ts'
import { readTheme, watchTheme } from './theme.ts'

/** webgl: none here; context: lost and not given back; module, data: a file did not come; worker: no answer in time. */
export type Unavailable = 'webgl' | 'context' | 'module' | 'data' | 'worker'

export interface LivingMapOptions {
  camera: () => Camera
  /** Folder of the basemap files, without final slash. */
  basemapUrl: string
  workerUrl: string
  load: () => Promise<typeof import('maplibre-gl')>
  /** Milliseconds that the map has to draw itself once its files are there, and to recover a lost context. */
  patience: number
  /** Fired when the map shows what the camera asks for; again after a recovered context. */
  onready: (map: LibreMap) => void
  onmove: (camera: Camera, byHand: boolean) => void
  /** The canvas is blank for now. */
  onlost: () => void
  onnames: (names: Gazetteer) => void
  onunavailable: (reason: Unavailable) => void
}

export const ZOOMS = { min: 4.4, max: 13 }
const LOCALE = {
  'Map.Title': 'Fond de carte',
  'CooperativeGesturesHandler.WindowsHelpText': 'Ctrl et molette pour zoomer',
  'CooperativeGesturesHandler.MacHelpText': '⌘ et molette pour zoomer',
  'CooperativeGesturesHandler.MobileHelpText': 'Deux doigts pour déplacer la carte'
}

function hasWebGl2(): boolean {
  try {
    const context = document.createElement('canvas').getContext('webgl2')
    // A page may hold few contexts: the probe gives its own back.
    context?.getExtension('WEBGL_lose_context')?.loseContext()
    return context !== null
  } catch {
    return false
  }
}

function mapOptions(container: HTMLElement, { lon, lat, zoom }: Camera): Omit<MapOptions, 'style'> {
  return {
    container,
    center: [lon, lat],
    zoom,
    minZoom: ZOOMS.min,
    maxZoom: ZOOMS.max,
    maxBounds: [...PANNED] as [number, number, number, number],
    renderWorldCopies: false,
    attributionControl: false,
    maplibreLogo: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    // The page must scroll over the map: two fingers, or Ctrl and the wheel.
    cooperativeGestures: true,
    fadeDuration: 0,
    locale: LOCALE
  }
}

/**
 * Moves a living map. After a change of size it jumps: MapLibre hears of the new size 50 ms later, and a
 * move under way would then end half the difference beside its aim.
 */
export function lookAt(map: LibreMap, { lon, lat, zoom }: Camera): void {
  const [container, canvas] = [map.getContainer(), map.getCanvas()]
  const resized =
    container.clientWidth !== canvas.clientWidth || container.clientHeight !== canvas.clientHeight
  const aim = { center: [lon, lat] as [number, number], zoom }
  if (resized) map.resize().jumpTo(aim)
  else if (matchMedia('(prefers-reduced-motion: reduce)').matches) map.jumpTo(aim)
  else map.easeTo({ ...aim, duration: 180, essential: true })
}

/** Starts in `container`; the returned function stops everything, at any moment, without a further call back. */
export function startMap(container: HTMLElement, options: LivingMapOptions): () => void {
  const abort = new AbortController()
  const undo: (() => void)[] = []
  const stop = (): void => {
    abort.abort()
    undo.splice(0).forEach((one) => one())
  }
  const fail = (reason: Unavailable): void => {
    if (abort.signal.aborted) return
    stop()
    options.onunavailable(reason)
  }
  if (!hasWebGl2()) {
    queueMicrotask(() => fail('webgl'))
    return stop
  }
  void open()
  return stop

  async function open(): Promise<void> {
    // Read to its end: a body left unread would hold the connection, and the worker then finds it in the cache.
    const worker = fetch(options.workerUrl, { signal: abort.signal })
      .then(async (response) => (await response.text(), response.ok))
      .catch(() => false)
    const files = fetchBasemap(options.basemapUrl, abort.signal).catch(() => null)
    const library = await options.load().catch(() => null)
    if (!library) return fail('module')
    if (!(await worker)) return fail('worker')
    const got = await files
    if (!got) return fail('data')
    if (abort.signal.aborted) return
    options.onnames(got.names)
    library.setWorkerUrl(options.workerUrl)
    try {
      const style = mapStyle(readTheme(container), got.basemap)
      const map = new library.Map({ ...mapOptions(container, options.camera()), style })
      undo.push(() => map.remove())
      watch(map)
    } catch {
      fail('webgl')
    }
  }

  function watch(map: LibreMap): void {
    map.touchZoomRotate.disableRotation()
    map.keyboard.disableRotation()
    let ready = false
    const settle = (): void => {
      ready = true
      clear()
      options.onready(map)
    }
    let clear = deadline(options.patience, () => fail(ready ? 'context' : 'worker'))
    undo.push(() => clear())
    map.once('load', settle)
    // A moved map tells the overlay before it draws itself, so both are painted in one frame.
    map.on('move', (event) => {
      const { lng, lat } = map.getCenter()
      options.onmove({ lon: lng, lat, zoom: map.getZoom() }, event.originalEvent !== undefined)
    })
    map.on('webglcontextlost', () => {
      options.onlost()
      clear()
      clear = deadline(options.patience, () => fail('context'))
    })
    map.on('webglcontextrestored', () => void map.once('idle', settle))
    undo.push(
      watchTheme(() => {
        for (const [layer, property, colour] of themePaint(readTheme(container))) {
          if (map.getLayer(layer)) map.setPaintProperty(layer, property as never, colour as never)
        }
      })
    )
  }
}

/** Calls `late` after `ms` of a visible page: a hidden tab draws nothing, and that is no fault. */
function deadline(ms: number, late: () => void): () => void {
  let timer = setTimeout(ring, ms)
  const seen = (): void => {
    clearTimeout(timer)
    timer = setTimeout(ring, ms)
  }
  function ring(): void {
    if (document.visibilityState === 'visible') late()
    else document.addEventListener('visibilitychange', seen, { once: true })
  }
  return () => {
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', seen)
  }
}
