// What does an embedded figure do by itself? It takes the look asked for, tells its height, and lets its links leave the frame.
//
// A classic script without dependency: in a sandboxed frame of origin "null" a module, fetch and storage would fail.
// The build puts its text into each embed. Messages sent to the page around, and to it alone:
//   { message: 'height', value, secret }  WordPress's own; it hides the frame until one comes, 200 to 1000
//   { message: 'link', value, secret }    WordPress's own: follow a link that the reader clicked
//   { type: 'optima:height', height }     ours, for every other site: CSS pixels, 120 to 2000
// Nothing is read from a message but the two that ask for the height again, WordPress's { message: 'ready', secret } and
// our { type: 'optima:ready' } for a listener that came late, and only if the page around sent it.
;(function () {
  'use strict'
  const root = document.documentElement
  const query = new URLSearchParams(location.search)
  const theme = query.get('theme')
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme
  const accent = query.get('accent')
  if (accent !== null && /^[0-9a-f]{6}$/i.test(accent)) root.style.setProperty('--accent', '#' + accent)

  const framed = window.parent !== window
  const secret = /[#&?]secret=([A-Za-z0-9]{1,64})(?:&|$)/.exec(location.hash)?.[1] ?? ''
  const planned = Number(document.querySelector('meta[name="embed-height"]')?.getAttribute('content')) || 480
  const measured = () => {
    const box = document.querySelector('[data-embed]')
    return box === null || window.innerWidth === 0 ? 0 : Math.ceil(box.getBoundingClientRect().height)
  }
  let last = 0

  /** A frame that is hidden, or has no width yet (a slow page lays out its frames late), measures 0: the planned height is told then. */
  function tell() {
    if (!framed) return
    const height = Math.min(2000, Math.max(120, measured() || planned))
    last = height
    if (secret !== '') {
      const value = Math.min(1000, Math.max(200, height))
      window.parent.postMessage({ message: 'height', value, secret }, '*')
    }
    window.parent.postMessage({ type: 'optima:height', height }, '*')
  }
  /** A page around that answers a height by another width could go on for ever: only a real change is told. */
  function tellIfChanged() {
    const height = measured()
    if (height > 0 && Math.abs(height - last) > 1) tell()
  }

  tell()
  document.addEventListener('DOMContentLoaded', () => {
    tell()
    const box = document.querySelector('[data-embed]')
    if (box !== null && typeof ResizeObserver === 'function') new ResizeObserver(tellIfChanged).observe(box)
  })
  window.addEventListener('load', tell)
  window.addEventListener('resize', tellIfChanged)
  for (const delay of [100, 500, 2000]) setTimeout(tell, delay)
  window.addEventListener('message', (event) => {
    if (event.source !== window.parent) return
    const { data } = event
    if (data === null || typeof data !== 'object') return
    if ((data.message === 'ready' && data.secret === secret) || data.type === 'optima:ready') tell()
  })

  document.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : null
    // A value opens the panel of all sentences: its own is shown first.
    const value = target?.closest('[popovertarget$="-source"]')
    if (value) {
      const id = value.closest('[data-entry]')?.getAttribute('data-entry')
      for (const entry of document.querySelectorAll('[data-source]')) {
        const own = entry.getAttribute('data-source') === id
        entry.classList.toggle('now', own)
        if (own) requestAnimationFrame(() => entry.scrollIntoView({ block: 'nearest' }))
      }
    }
    // In WordPress's sandbox a link cannot leave the frame: its own script follows it, for a real click, to the same host.
    const link = target?.closest('a[href]')
    if (!(link instanceof HTMLAnchorElement) || secret === '' || !framed || !event.isTrusted) return
    if (event.defaultPrevented || link.host !== location.host) return
    event.preventDefault()
    window.parent.postMessage({ message: 'link', value: link.href, secret }, '*')
  })
})()
