import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')

interface Source {
  path: string
  text: string
  /** What it imports: a path from the root for files of ours, else the package's name. */
  imports: string[]
}

const importLine = /^\s*(?:import|export)\s[^'"]*?\bfrom '([^']+)'|^\s*import '([^']+)'|\bimport\('([^']+)'\)/gm
const sources: Source[] = ['gateway', 'kiosk', 'display'].flatMap((top) =>
  readdirSync(join(root, top), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => {
      const file = join(entry.parentPath, entry.name)
      const text = readFileSync(file, 'utf8')
      const imports = [...text.matchAll(importLine)].map((found) => {
        const name = (found[1] ?? found[2] ?? found[3] ?? '').replace(/\?.*$/, '')
        return name.startsWith('.') ? relative(root, join(dirname(file), name)) : name
      })
      return { path: relative(root, file), text, imports }
    }),
)
const isOurs = (name: string): boolean => /^(gateway|kiosk|display|assets|tests)\//.test(name)
const below =
  (...folders: string[]) =>
  (name: string): boolean =>
    folders.some((folder) => name.startsWith(folder))

/** Every import of `who` that `allowed` does not let through, as "file → import". */
function trespasses(who: (path: string) => boolean, allowed: (name: string, path: string) => boolean): string[] {
  return sources
    .filter(({ path }) => who(path))
    .flatMap(({ path, imports }) => imports.filter((name) => !allowed(name, path)).map((name) => `${path} → ${name}`))
}

test('A0 the sources and their imports are found', () => {
  expect(sources.length).toBeGreaterThan(100)
  expect(sources.find(({ path }) => path === 'gateway/open-records.ts')?.imports).toContain('gateway/office.ts')
  expect(sources.find(({ path }) => path === 'gateway/server/api.ts')?.imports).toContain(
    'gateway/contract/commands.ts',
  )
})

test('A1 the contract imports nothing of ours', () => {
  expect(
    trespasses(below('gateway/contract/'), (name) => !isOurs(name) || name.startsWith('gateway/contract/')),
  ).toEqual([])
})

test('A2 pages import only the contract, the client, the search, assets, their own folder and what pages share', () => {
  const shared = below(
    'gateway/contract/',
    'gateway/client/',
    'gateway/catalogue/search/',
    'gateway/catalogue/guide/',
    'kiosk/shared/',
    'display/shared/',
    'assets/',
  )
  const pages = (path: string): boolean => below('kiosk/', 'display/')(path) && !path.startsWith('display/led/')
  expect(
    trespasses(
      pages,
      (name, path) => !isOurs(name) || shared(name) || name.startsWith(path.split('/').slice(0, 2).join('/') + '/'),
    ),
  ).toEqual([])
})

test('A3 displays import nothing of the kiosk pages; what all pages share stands in display/shared', () => {
  expect(trespasses(below('display/'), (name) => !name.startsWith('kiosk/'))).toEqual([])
})

test('A4 the domain and the views import no Node', () => {
  const pure = below(
    'gateway/domain/',
    'gateway/views/',
    'gateway/contract/',
    'gateway/catalogue/search/',
    'gateway/catalogue/guide/',
  )
  expect(trespasses(pure, (name) => !name.startsWith('node:'))).toEqual([])
})

test('A5 the domain imports nothing outside itself but the contract and the state machine', () => {
  expect(
    trespasses(
      below('gateway/domain/'),
      (name) => below('gateway/domain/', 'gateway/contract/')(name) || name === '@xstate/fsm',
    ),
  ).toEqual([])
})

test('A6 the domain and the views touch no page', () => {
  const dom = /\b(document|window|localStorage|navigator)\s*[.[]/
  expect(
    sources
      .filter(({ path, text }) => below('gateway/domain/', 'gateway/views/')(path) && dom.test(text))
      .map(({ path }) => path),
  ).toEqual([])
})

test('A7 devices know no tickets: they import neither the domain nor the store', () => {
  expect(
    trespasses(
      below('gateway/devices/'),
      (name) => !below('gateway/domain/', 'gateway/store/', 'gateway/office.ts', 'gateway/server/')(name),
    ),
  ).toEqual([])
})

test('A8 nobody imports main.ts but the start', () => {
  expect(
    trespasses(
      (path) => path !== 'gateway/start.ts',
      (name) => name !== 'gateway/main.ts',
    ),
  ).toEqual([])
})

test('A9 no barrels and no names that say nothing', () => {
  const vague = /(^|[-/])(index|utils?|helpers?|types|managers?|services?|common|misc)\.tsx?$/
  expect(sources.map(({ path }) => path).filter((path) => vague.test(path))).toEqual([])
})
