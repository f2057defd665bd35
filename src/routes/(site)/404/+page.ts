// Static hosts answer an unknown address with build/404.html: complete without script; with it, the address is read.
export const trailingSlash = 'never'

/** The layout marks no section as the reader's. */
export const load = (): { lost: true } => ({ lost: true })
