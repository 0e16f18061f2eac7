import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { material } from '../../gateway/contract/matter.ts'
import { bareMaterial } from '../../gateway/catalogue/guide/bare-material.ts'
import { rangesOf } from '../../assets/scripts/first-faces/first-faces.ts'

const root = resolve(import.meta.dirname, '../..')
const mains = ['kiosk', 'display'].flatMap((top) =>
  readdirSync(join(root, top))
    .map((page) => join(root, top, page, 'main.tsx'))
    .filter((file) => existsSync(file)),
)
/** What a module brings with it when it runs; types bring nothing. */
const importLine = /^(?:import|export)\s+(?!type\b)([^'"]*?\bfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm
const isTypesOnly = (clause: string): boolean =>
  /^\{[^}]*\}\s*from\s+$/.test(clause) &&
  clause
    .slice(1, clause.indexOf('}'))
    .split(',')
    .every((name) => name.trim() === '' || name.trim().startsWith('type '))

function broughtBy(file: string): string[] {
  if (!/\.tsx?$/.test(file)) return []
  const found = [...readFileSync(file, 'utf8').matchAll(importLine)]
  return found
    .filter(([, clause]) => clause === undefined || !isTypesOnly(clause))
    .map(([, , named, loaded]) => (named ?? loaded ?? '').replace(/\?.*$/, ''))
    .map((name) => (name.startsWith('.') ? join(dirname(file), name) : name))
}

/** The way from a page to a package, file by file; null = it does not bring it. */
function wayTo(wanted: string, main: string): string | null {
  const from = new Map<string, string | null>([[main, null]])
  for (const [file] of from)
    for (const name of broughtBy(file)) {
      if (name === wanted) {
        const way: string[] = []
        for (let at: string | null = file; at !== null; at = from.get(at) ?? null) way.unshift(relative(root, at))
        return way.join(' → ')
      }
      if (name.startsWith('/') && !from.has(name)) from.set(name, file)
    }
  return null
}

test('BU1 no page brings zod with it, at once or later: the gateway parses, pages look for the fields they read', () => {
  expect(mains.length).toBeGreaterThan(15)
  // The way is found where there is one.
  expect(wayTo('preact', mains[0] ?? '')).not.toBeNull()
  // The editor of one matter, which supervisors open, makes new parts of it by the catalogue's own schema.
  const ways = mains.flatMap((main) => wayTo('zod', main) ?? [])
  expect(ways.filter((way) => !way.includes('catalogue/matter-draft.ts → gateway/contract/matter.ts'))).toEqual([])
})

test('BU1 a material of which only its name is known is what the catalogue would read', () => {
  expect(bareMaterial('身份证')).toEqual(material.parse({ name: '身份证' }))
})

test('BU3 characters of a face are told as ranges', () => {
  expect(rangesOf(['丁', '一', '七', 'a', '三'])).toBe('U+61, U+4e00-4e01, U+4e03, U+4e09')
})
