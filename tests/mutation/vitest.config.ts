import { resolve } from 'node:path'
import preact from '@preact/preset-vite'
import { defineConfig } from 'vitest/config'
import { unitTests } from '../support/which-tests.ts'
import { subjects } from './subjects.ts'

const root = resolve(import.meta.dirname, '../..')
const beginnings = subjects[process.env.TINGSHI_MUTATED ?? '']?.tests ?? ['']
/** What takes many seconds. */
const slow = /notices\/media|fault-table|outputs\/printing|waits\/lessons|catalogue\/import/

/**
 * The tests that must notice a planted fault, for Stryker (tests/mutation/mutate.ts). What works in another process is not among them: the fault
 * is planted in the test's own.
 */
export default defineConfig({
  plugins: [preact()],
  test: {
    root,
    include: unitTests().filter(
      (name) => !slow.test(name) && beginnings.some((start) => name.startsWith(`tests/${start}`)),
    ),
    setupFiles: ['tests/support/begin-clock.ts', 'tests/mutation/no-shrinking.ts'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
    maxWorkers: 1,
  },
})
