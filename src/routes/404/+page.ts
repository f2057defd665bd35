// Static hosts answer an unknown address with build/404.html: a page of its own, complete without script.
export const trailingSlash = 'never'
export const csr = false
