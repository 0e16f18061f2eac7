import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const gateway = resolve(import.meta.dirname, '../gateway')
const forbidden =
  /\b(?:Date\.now|performance\.now|Math\.random|randomUUID|setTimeout|setInterval|setImmediate)\b|new Date\(\)|node:timers/

/** The one file for it; pages have theirs in client/. */
const allowed = (name: string): boolean => name === 'time.ts' || name.startsWith('client/')

/** Not moved yet. Whoever moves one takes it off; nobody adds one. */
const notYet: string[] = [
  'agent/main.ts',
  'devices/fake/sam-reader.ts',
  'devices/hid/node-hid-port.ts',
  'server/read-body.ts',
  'server/stranger-gate.ts',
  'server/stranger-line.ts',
]

test('CK7 time, chance, ids and timers of the gateway come from one file', () => {
  const names = readdirSync(gateway, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name))
  const asking = names.filter((name) => {
    const code = readFileSync(join(gateway, name), 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '')
    return !allowed(name) && forbidden.test(code)
  })
  expect(asking.toSorted()).toEqual(notYet)
})
