// How many times, and from which seed, is a property tried? FC_RUNS and FC_SEED; the same at each run unless told.
import fc from 'fast-check'

fc.configureGlobal({
  numRuns: Number(process.env.FC_RUNS ?? 100),
  seed: Number(process.env.FC_SEED ?? 2021)
})
