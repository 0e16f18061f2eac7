import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
/** In a process of its own: there the product's time and chance are the storm's. */
const storm = (...given: string[]): string =>
  execFileSync(process.execPath, ['tests/storm/run.ts', ...given], { cwd: root, encoding: 'utf8', timeout: 100_000 })
const traceOf = (said: string): string => /trace ([0-9a-f]{16})/.exec(said)?.[1] ?? expect.fail(said)

test('SM14 a seed plays the same storm again, in another process too', () => {
  const given = ['--seed', '11', '--hours', '0.15']
  const first = traceOf(storm(...given))
  expect(traceOf(storm(...given))).toBe(first)
  expect(traceOf(storm('--seed', '12', '--hours', '0.15'))).not.toBe(first)
}, 200_000)

test('SM19 storms that broke a promise once hold it now', () => {
  const folder = resolve(import.meta.dirname, 'kept')
  const many = readdirSync(folder).filter((name) => name.endsWith('.json')).length
  expect(storm('--plan', folder)).toContain(`${many} seeds, 0 with a broken promise`)
}, 200_000)

test('SM1 SM2 SM3 SM4 SM5 SM6 SM7 SM8 SM9 SM10 SM11 SM12 SM13 SM15 SM16 SM17 SM20 SM21 three storms break no promise', () => {
  expect(storm('--from', '101', '--seeds', '3', '--hours', '0.2')).toContain('3 seeds, 0 with a broken promise')
}, 200_000)
