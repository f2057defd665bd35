export const prerender = true
// A folder with its index.html opens on any static host, without a rewrite rule.
export const trailingSlash = 'always'
