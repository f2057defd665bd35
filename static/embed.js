// What does an embedded figure do by itself? It tells its height, follows the theme asked for, and lets its links leave the frame.
//
// A classic script without dependency: in a sandboxed frame of origin "null" a module, fetch and storage would fail.
// WordPress gives a secret in the hash, hides the frame until a height comes, and clamps it to 200–1000; other
// sites may listen to { type: 'optima:height', height }. Nothing is read from a message but its kind and secret.
;(function () {
  'use strict'
  const root = document.documentElement
  const box = document.querySelector('[data-embed]')
  if (!(box instanceof HTMLElement)) return

  const query = new URLSearchParams(location.search)
  const theme = query.get('theme')
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme
  const accent = query.get('accent')
  if (accent !== null && /^[0-9a-f]{6}$/i.test(accent)) root.style.setProperty('--accent', '#' + accent)

  const secret = /[#&?]secret=([A-Za-z0-9]{1,32})/.exec(location.hash)?.[1] ?? ''
  const framed = window.parent !== window
  const planned = Number(box.dataset.embed) || 480
  const measured = () => Math.ceil(box.getBoundingClientRect().height)
  let last = 0

  /** A hidden frame measures 0: the planned height is told then, and never 0. */
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
  /** A frame that grows by what it is told would grow for ever: only a real change of the content is told again. */
  function tellIfChanged() {
    if (Math.abs(measured() - last) > 1) tell()
  }

  tell()
  document.addEventListener('DOMContentLoaded', tell)
  window.addEventListener('load', tell)
  window.addEventListener('resize', tellIfChanged)
  for (const delay of [100, 500, 2000]) setTimeout(tell, delay)
  if (typeof ResizeObserver === 'function') new ResizeObserver(tellIfChanged).observe(box)
  window.addEventListener('message', (event) => {
    if (event.source !== window.parent) return
    const data = event.data
    if (data !== null && typeof data === 'object' && data.message === 'ready' && data.secret === secret) tell()
  })

  // In WordPress's sandbox a link cannot leave the frame: its own script follows it, for a real click to the same host.
  document.addEventListener('click', (event) => {
    if (secret === '' || !framed || !event.isTrusted) return
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null
    if (!(link instanceof HTMLAnchorElement) || link.hash !== '' && link.pathname === location.pathname) return
    event.preventDefault()
    window.parent.postMessage({ message: 'link', value: link.href, secret }, '*')
  })
})()
