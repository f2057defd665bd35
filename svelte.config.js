import { readFileSync } from 'node:fs'
import adapter from '@sveltejs/adapter-static'
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte'
import { pageCsp } from './scripts/headers.js'

const site = JSON.parse(readFileSync(new URL('./data/site.json', import.meta.url), 'utf8'))
const folder = process.env.BUILD_DIR ?? 'build'

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  kit: {
    adapter: adapter({ pages: folder, assets: folder, strict: true }),
    // Absolute addresses: the same HTML must work at any depth, the 404 page included.
    paths: { base: process.env.BASE_PATH ?? site.base, relative: false },
    // The digest of what the site is made from: the same sources offer nobody a new version.
    version: { name: process.env.SITE_VERSION ?? 'dev' },
    // Registered late, by routes/(site)/Offline.svelte: the first view comes first.
    serviceWorker: { register: false },
    csp: { mode: 'hash', directives: pageCsp },
    prerender: {
      handleHttpError: 'fail',
      // What follows the # of the builder of embeds is the figure to show first, not a place in the page.
      handleMissingId: ({ path, message }) => {
        if (!path.endsWith('/integrer/')) throw new Error(message)
      },
      origin: site.origin
    },
    typescript: {
      // One check for all: the pipeline and the scripts are held to the same types as the pages.
      config: (config) => ({
        ...config,
        // Kit leaves the worker out for the types of its world; the part that we use is written in it.
        exclude: /** @type {string[]} */ (config.exclude).filter((path) => !path.includes('service-worker')),
        include: [
          ...config.include,
          '../*.js',
          '../*.ts',
          '../data/**/*.ts',
          '../scripts/**/*.js',
          '../scripts/**/*.ts'
        ]
      })
    }
  }
}
