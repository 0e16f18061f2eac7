import { Stryker } from '@stryker-mutator/core'
import { subjects } from './subjects.ts'

// `npm run mutate -- store office`: plants small faults in these parts one by one and says which ones no test noticed.
// Files or patterns after the name narrow it. What is left standing on purpose is explained in EXPLAINED.md.
const words = process.argv.slice(2)
const names = words.filter((word) => Object.hasOwn(subjects, word))
const only = words.filter((word) => !Object.hasOwn(subjects, word))
if (names.length === 0) {
  console.error(`Say which: npm run mutate -- ${Object.keys(subjects).join(' ')}`)
  process.exit(2)
}

/** Plants, runs, and says the share of faults that were noticed, in percent. */
async function scoreOf(name: string): Promise<number> {
  process.env.TINGSHI_MUTATED = name
  const results = await new Stryker({
    mutate: only.length > 0 ? only : [...(subjects[name]?.faults ?? [])],
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'tests/mutation/vitest.config.ts', related: true },
    coverageAnalysis: 'perTest',
    // What runs once at import would need a process of its own for each fault.
    ignoreStatic: true,
    // Stryker would rewrite it by an interface that TypeScript 7 does not have; the sandbox lies beside the sources, so
    // nothing needs rewriting.
    tsconfigFile: 'tests/mutation/no-tsconfig.json',
    concurrency: Number(process.env.TINGSHI_MUTATE_WORKERS ?? 1),
    // Long, so that a busy machine is not counted as a fault that was noticed.
    timeoutMS: 15_000,
    tempDirName: '.stryker-tmp',
    ignorePatterns: ['data', 'dist', 'tests/out'],
    reporters: ['progress-append-only', 'clear-text', 'json'],
    clearTextReporter: {
      allowColor: false,
      logTests: false,
      reportTests: false,
      reportScoreTable: true,
      skipFull: true,
    },
    jsonReporter: { fileName: `tests/out/mutation/${name}.json` },
    thresholds: { high: 90, low: 80, break: null },
  }).runMutationTest()
  const counted = results.filter(({ status }) => !['Ignored', 'CompileError', 'RuntimeError'].includes(status))
  const noticed = counted.filter(({ status }) => status === 'Killed' || status === 'Timeout').length
  const score = counted.length === 0 ? 100 : (noticed / counted.length) * 100
  const slow = counted.filter(({ status }) => status === 'Timeout').length
  console.log(`${name}: ${noticed} of ${counted.length} faults noticed (${slow} by a timeout), ${score.toFixed(1)} %`)
  return score
}

let least = 100
for (const name of names) least = Math.min(least, await scoreOf(name))
process.exit(least >= 80 ? 0 : 1)
