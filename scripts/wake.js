// When does a page come alive, and what becomes of what the reader did before? Put inside each page by first-view.js.
//
// The page is whole without script: numbers, drawings, tables, sources, links. Its scripts come with the first sign of
// the reader, or in a quiet moment where there is a pointer, room and a good line; a phone that only reads never pays for them.
// What was pressed, typed or chosen meanwhile is done again on the living page.
;(() => {
  const start = /** @type {HTMLScriptElement} */ (document.currentScript).dataset.start ?? ''
  const SIGNS = ['pointerdown', 'pointermove', 'touchstart', 'wheel', 'scroll', 'keydown', 'focusin']
  /** What the browser does by itself, script or not. */
  const NATIVE = '[popovertarget],[type=submit],[type=reset],summary,label,input,select,textarea,option'
  const early = { capture: true, passive: true }
  const stop = new AbortController()
  /** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Field */
  /** @type {Map<Field, { value: string, checked: boolean, types: Set<string> }>} */
  const fields = new Map()
  /** @type {Element[]} */
  const pressed = []
  /** Where it is, and what it is. @type {PointerEvent | null} */
  let pointer = null
  let asked = false

  /** @param {Event} [event] */
  function wake(event) {
    if (event instanceof PointerEvent) pointer = event
    if (asked) return
    asked = true
    void import(start).then((/** @type {{ alive: Promise<void> }} */ { alive }) => alive).then(replay, giveUp)
  }

  /** @param {Event} event */
  function keepField({ target, type }) {
    wake()
    if (!(target instanceof Element) || !target.matches('input,select,textarea')) return
    const field = /** @type {Field} */ (target)
    const types = fields.get(field)?.types ?? new Set()
    fields.set(field, {
      value: field.value,
      checked: 'checked' in field && field.checked,
      types: types.add(type)
    })
  }

  /** A link to this very page only changes what it shows: followed now, it would load it anew. @param {MouseEvent} event */
  function keepPress(event) {
    wake()
    const target = event.target instanceof Element ? event.target : null
    const control = target?.closest(`a[href],button,[role],[tabindex],${NATIVE}`)
    if (!target || !control || control.matches(NATIVE)) return
    if (control.matches('a')) {
      const { origin, pathname, hash } = new URL(control.getAttribute('href') ?? '', location.href)
      const away = origin + pathname !== location.origin + location.pathname || hash !== ''
      if (away || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
      event.preventDefault()
    }
    pressed.push(target)
  }

  function replay() {
    stop.abort()
    performance.mark('page:alive')
    for (const [field, { value, checked, types }] of fields) {
      if (!field.isConnected) continue
      if ('checked' in field) field.checked = checked
      // A file that was chosen stays chosen, and cannot be written.
      if (field.type !== 'file') field.value = value
      for (const type of types) field.dispatchEvent(new Event(type, { bubbles: true }))
    }
    for (const target of pressed)
      if (target.isConnected)
        target.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
    const focused = document.activeElement
    if (focused !== null && focused !== document.body) {
      focused.dispatchEvent(new FocusEvent('focus'))
      focused.dispatchEvent(new FocusEvent('focusin', { bubbles: true }))
    }
    const under = pointer && document.elementFromPoint(pointer.clientX, pointer.clientY)
    const pointerType = pointer?.pointerType ?? ''
    under?.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, pointerType }))
    for (let one = under; one; one = one.parentElement) one.dispatchEvent(new PointerEvent('pointerenter'))
  }

  /** The scripts did not come: the page stays what it is, and a link that was held back is followed. */
  function giveUp() {
    stop.abort()
    const link = pressed.at(-1)?.closest('a[href]')
    if (link) location.assign(link.getAttribute('href') ?? '')
  }

  for (const type of SIGNS) addEventListener(type, wake, { ...early, signal: stop.signal })
  for (const type of ['input', 'change']) addEventListener(type, keepField, { ...early, signal: stop.signal })
  addEventListener('click', keepPress, { capture: true, signal: stop.signal })

  /** @type {{ saveData?: boolean, effectiveType?: string } | undefined} */
  const line = /** @type {any} */ (navigator).connection
  const good = line?.saveData !== true && (line?.effectiveType ?? '4g') === '4g'
  // An address that says a choice is answered at once.
  if (location.search !== '' || location.hash !== '') wake()
  else if (good && matchMedia('(hover: hover) and (min-width: 768px)').matches)
    addEventListener('load', () => {
      if ('requestIdleCallback' in window) requestIdleCallback(() => wake(), { timeout: 2000 })
      else setTimeout(wake, 200)
    })
})()
