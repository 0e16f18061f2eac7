import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const tests = resolve(import.meta.dirname, '..')
const filesOf = (folder: string, fits: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => fits.test(name))
const read = (...path: string[]): string => readFileSync(join(tests, ...path), 'utf8')

/** Rules in the order of the specs, as `core.md T1`. */
const rules = filesOf(join(tests, 'spec'), /\.md$/).flatMap((file) =>
  [...read('spec', file).matchAll(/^(?:- \*{0,2}|\| )([A-Z]{1,3}\d+)\b/gm)].map(([, rule = '']) => ({ file, rule })),
)
/** A title begins with the numbers of its rules: `test('T1 …`, `test.each(…)('C4 C5 …`, `step('DV7 …`. */
const titled = filesOf(tests, /(?:\.test|-steps)\.ts$/)
  .filter((name) => !name.startsWith('out/'))
  .flatMap((file) =>
    [...read(file).matchAll(/(?:\b(?:test|describe|step)|\))\(\s*['"`]((?:[A-Z]{1,3}\d{1,2} )+)/g)].flatMap(
      ([, numbers = '']) =>
        numbers
          .trim()
          .split(' ')
          .map((rule) => ({ file, rule })),
    ),
  )

test('A11 a number stands for one rule of all specs', () => {
  const first = new Map<string, string>()
  const twice = rules.filter(({ file, rule }) => {
    const before = first.get(rule)
    first.set(rule, before ?? file)
    return before !== undefined
  })
  expect(rules.length).toBeGreaterThan(0)
  expect(twice).toEqual([])
})

test('A11 each rule is cited by the title of a test', () => {
  const cited = new Set(titled.map(({ rule }) => rule))
  expect(rules.filter(({ rule }) => !cited.has(rule))).toEqual([])
})

test('A11 each number in a title is a rule', () => {
  const known = new Set(rules.map(({ rule }) => rule))
  expect(titled.filter(({ rule }) => !known.has(rule))).toEqual([])
})

test('A14 no test draws lots without a seed', () => {
  const drawn = filesOf(tests, /\.tsx?$/).filter(
    (name) =>
      !/^(?:out|bench)\//.test(name) && name !== 'spec/every-rule.test.ts' && read(name).includes('Math.random'),
  )
  expect(drawn).toEqual([])
})
