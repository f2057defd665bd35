// Which mistakes and which disorder does the project refuse?
import js from '@eslint/js'
import svelte from 'eslint-plugin-svelte'
import { defineConfig, globalIgnores } from 'eslint/config'
import globals from 'globals'
import ts from 'typescript-eslint'
import { house } from './scripts/house.js'
import svelteConfig from './svelte.config.js'

export default defineConfig(
  globalIgnores([
    '.cache/',
    '.svelte-kit/',
    'build/',
    'coverage/',
    'static/data/',
    'playwright-report/',
    'test-results/'
  ]),
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  svelte.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: {
      globals: { ...globals.browser, ...globals.node },
      parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] }
    },
    rules: {
      // TypeScript knows which names exist.
      'no-undef': 'off',
      // A number has one way of being written in a string; other types stay refused.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `() => void`, `() => list.push(x)` and `return close()` say what they do.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // An interface may ask for a promise where one of its makers has nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      // Playwright reads the names of the fixtures that are needed from the pattern, an empty one included.
      'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }],
      // Most links here are computed elsewhere; prerendering follows them all and fails on one outside of the base path.
      'svelte/no-navigation-without-resolve': ['error', { ignoreLinks: true }],
      eqeqeq: 'error'
    }
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } }
  },
  // The script of data of a page: its text is made by jsonLd(), which escapes what could close it.
  { files: ['src/lib/places/JsonLd.svelte'], rules: { 'svelte/no-at-html-tags': 'off' } },
  {
    // A test states what its own fixture holds.
    files: ['**/*.test.ts', 'tests/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' }
  },
  {
    files: ['**/*.js'],
    rules: {
      // JSON comes in as any; JSDoc has no terse way to say "unknown, then checked".
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off'
    }
  },
  { files: ['static/**/*.js'], extends: [ts.configs.disableTypeChecked] },
  ...house
)
