// Sets the reader's theme before the first paint; a file of its own because the CSP refuses inline scripts.
try {
  const theme = localStorage.getItem('theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // Storage is refused: the theme of the system holds.
}
