// How are docs/faults.md, docs/rgaa.md and docs/dependencies.md renewed? `npm run docs`, after a test, a criterion or a package.
import { readFileSync, writeFileSync } from 'node:fs'
import { packagesPage, readPackages } from './packages.ts'
import { faultsPage, readFaults, readFaultTests, rgaaPage } from './written-tables.ts'

writeFileSync('docs/faults.md', faultsPage(readFaults(), readFaultTests()))
writeFileSync('docs/rgaa.md', rgaaPage(readFileSync('docs/rgaa.csv', 'utf8')))
writeFileSync('docs/dependencies.md', packagesPage(readPackages()))
