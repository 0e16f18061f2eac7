import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { exampleOf, hallDoc, keyWords } from '../../assets/scripts/make-hall-doc.ts'
import { hallKeys } from '../../gateway/hall/hall-keys.ts'

const keys = hallKeys()

test('HK1 each key of the hall folder has a name and an example that would be accepted, and no words are left over', () => {
  expect(keys.filter(({ path }) => keyWords[path] === undefined).map(({ path }) => path)).toEqual([])
  const known = new Set(keys.map(({ path }) => path))
  expect(Object.keys(keyWords).filter((path) => !known.has(path))).toEqual([])
  expect(
    keys.flatMap(({ path, fits }) =>
      fits(exampleOf(path, keys)) ? [] : [`${path}: ${JSON.stringify(exampleOf(path, keys))}`],
    ),
  ).toEqual([])
})

test('HK1 a key that has a default may be left out, and the default is what counts then', () => {
  const named = (path: string) => keys.find((key) => key.path === path)
  expect(named('undoSeconds')).toMatchObject({ usual: 8, least: 0, most: 60, kinds: ['whole'] })
  expect(named('later')).toMatchObject({ usual: null, mayBeNull: true })
  expect(named('name')?.usual).toBeUndefined()
  expect(named('printers[].link.kind')?.choices).toEqual(['tcp', 'usb', 'serial', 'agent', 'simulated'])
  expect(named('phoneNumbers.inHall')).toMatchObject({ usual: false, kinds: ['yes-no'] })
})

test('HK2 docs/hall.md is what the schemas say now (node assets/scripts/make-hall-doc.ts writes it)', () => {
  expect(readFileSync(resolve(import.meta.dirname, '../../docs/hall.md'), 'utf8')).toBe(hallDoc())
})
