import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** When each test file begins, in the sample hall's time, and the zone in which its machine believes to be. */
const clocks: Readonly<Record<string, { at: string; zone: string }>> = {
  sunday: { at: '2026-03-22T10:00:00+08:00', zone: 'UTC' },
  'make-up-saturday': { at: '2026-02-28T09:30:00+08:00', zone: 'America/New_York' },
  'last-minutes': { at: '2026-12-31T23:58:00+08:00', zone: 'UTC' },
  'new-year': { at: '2027-01-01T09:30:00+08:00', zone: 'America/New_York' },
  'long-holiday': { at: '2026-10-01T10:00:00+08:00', zone: 'UTC' },
  'walls-reload': { at: '2026-03-18T03:39:45+08:00', zone: 'America/New_York' },
}

// `npm run test:days -- [clock …] [file …]`: without a clock all of them, one after the other; other words go to vitest.
const words = process.argv.slice(2)
const asked = words.filter((word) => Object.hasOwn(clocks, word))
const rest = words.filter((word) => !Object.hasOwn(clocks, word))
const failed: string[] = []
for (const [name, { at, zone }] of Object.entries(clocks)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  console.log(`\n${name}: ${at}, host in ${zone}`)
  const env = { ...process.env, TINGSHI_TEST_AT: at, TZ: zone }
  const run = spawnSync(process.execPath, [join(import.meta.dirname, 'run-tests.ts'), ...rest], {
    env,
    stdio: 'inherit',
  })
  if (run.status !== 0) failed.push(name)
}
console.log(failed.length === 0 ? '\nThe tests hold on all of these days.' : `\nTests failed on: ${failed.join(', ')}`)
process.exit(failed.length === 0 ? 0 : 1)
