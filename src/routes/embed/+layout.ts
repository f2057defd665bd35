// No script of the site in an iframe: what it shows is complete as it is sent.
export const csr = false
