import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const tests = resolve(import.meta.dirname, '..')
const sources = readdirSync(tests, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.startsWith('spec'))
  .map((name) => readFileSync(join(tests, name), 'utf8'))
  .join('\n')
const cited = new Set(sources.match(/\b[A-Z]{1,3}\d+\b/g))
const rulesOf = (file: string): string[] =>
  [...readFileSync(join(tests, 'spec', file), 'utf8').matchAll(/^(?:- \*{0,2}|\| )([A-Z]{1,3}\d+)\b/gm)].flatMap(
    ([, rule]) => rule ?? [],
  )

test.each(readdirSync(join(tests, 'spec')).filter((name) => name.endsWith('.md')))(
  'each rule of %s stands once and is cited by a test',
  (file) => {
    const rules = rulesOf(file)
    expect(rules.length).toBeGreaterThan(0)
    expect(rules.filter((rule, nth) => rules.indexOf(rule) !== nth)).toEqual([])
    expect(rules.filter((rule) => !cited.has(rule))).toEqual([])
  },
)
