// What an unknown embed shows: build/embed/404.html, by the hosts that look for the nearest one.
export const trailingSlash = 'never'
