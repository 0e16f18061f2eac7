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
const sources: Source[] = ['gateway', 'kiosk', 'display', 'assets/scripts'].flatMap((top) =>
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
  expect(sources.find(({ path }) => path === 'gateway/opening/open-records.ts')?.imports).toContain(
    'gateway/office/office.ts',
  )
  expect(sources.find(({ path }) => path === 'gateway/server/order-routes.ts')?.imports).toContain(
    'gateway/contract/commands.ts',
  )
})

test('A1 the contract imports nothing of ours', () => {
  expect(
    trespasses(below('gateway/contract/'), (name) => !isOurs(name) || name.startsWith('gateway/contract/')),
  ).toEqual([])
})

test('A3 displays import nothing of the kiosk pages; what all pages share stands in display/shared', () => {
  expect(trespasses(below('display/'), (name) => !name.startsWith('kiosk/'))).toEqual([])
})

test('A4 the domain and the views import no Node and ask for no time', () => {
  const pure = below(
    'gateway/domain/',
    'gateway/views/',
    'gateway/contract/',
    'gateway/catalogue/search/',
    'gateway/catalogue/guide/',
    'gateway/catalogue/hand/',
  )
  expect(trespasses(pure, (name) => !name.startsWith('node:') && name !== 'gateway/time.ts')).toEqual([])
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
      (name) => !below('gateway/domain/', 'gateway/store/', 'gateway/office/', 'gateway/server/')(name),
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

/** Parts of a folder that stand alone in the map: pages and other folders may use them without the rest. */
const partsOfTheirOwn = ['catalogue/search', 'catalogue/guide', 'catalogue/hand', 'domain/simulation', 'assets/scripts']

/** The line of the map in docs/developing.md in which a file stands. */
function roomOf(path: string): string {
  const [top = '', folder = '', inner = ''] = path.split('/')
  const isPages = top === 'kiosk' || top === 'display'
  if (isPages) return folder === 'shared' || folder === 'led' ? `${top}/${folder}` : `${top}/*`
  const [first, second] = top === 'gateway' ? [folder, inner] : [top, folder]
  if (partsOfTheirOwn.includes(`${first}/${second}`)) return `${first}/${second}`
  return /^(start|main)\.ts$/.test(first) ? 'main' : first.replace('.ts', '')
}
const map = new Map(
  [...readFileSync(join(root, 'docs/developing.md'), 'utf8').matchAll(/^(\S+) .*?→ ?(.*)$/gm)].map((line) => [
    line[1] ?? '',
    (line[2] ?? '').split(' · ').filter((name) => name !== ''),
  ]),
)
const lowest = ['contract', 'assets', 'tests']

test('A2 a folder imports only what the map in docs/developing.md names behind its arrow, and each arrow there is an import', () => {
  const seen = new Map<string, Set<string>>()
  const own = (path: string): string => path.split('/').slice(0, 2).join('/')
  const strays = sources.flatMap(({ path, imports }) =>
    imports.filter(isOurs).flatMap((name) => {
      const [from, to] = [roomOf(path), roomOf(name)]
      seen.set(from, (seen.get(from) ?? new Set()).add(to))
      // One page is no part of another.
      if (from === to) return from.endsWith('/*') && own(path) !== own(name) ? [`${path} → ${name}`] : []
      const uses = map.get(from)
      const may =
        to === 'contract' || to === 'time' || uses?.includes(to) === true || uses?.includes('everything') === true
      return may ? [] : [`${path} → ${name}`]
    }),
  )
  expect(strays).toEqual([])
  expect(sources.map(({ path }) => roomOf(path)).filter((room) => !map.has(room))).toEqual([])
  const idle = [...map].flatMap(([from, uses]) =>
    uses.filter((to) => to !== 'everything' && !seen.get(from)?.has(to)).map((to) => `${from} → ${to}`),
  )
  expect(idle).toEqual([])
})

test('A12 every arrow of the map points down', () => {
  const order = [...map.keys()]
  expect(order.length).toBeGreaterThan(20)
  const upward = [...map].flatMap(([from, uses]) =>
    uses
      .filter((to) => to !== 'everything' && !lowest.includes(to) && order.indexOf(to) <= order.indexOf(from))
      .map((to) => `${from} → ${to}`),
  )
  expect(upward).toEqual([])
})

test('A13 no files import each other in a circle', () => {
  const importsOf = new Map(sources.map(({ path, imports }) => [path, imports]))
  const done = new Set<string>()
  const circles: string[] = []
  function walk(path: string, way: readonly string[]): void {
    if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(' → '))
    if (done.has(path) || way.includes(path)) return
    for (const name of importsOf.get(path) ?? []) walk(name, [...way, path])
    done.add(path)
  }
  for (const path of importsOf.keys()) walk(path, [])
  expect(circles).toEqual([])
})

test('DO3 no part of the gateway starts a bare interval: what breaks in one is told', () => {
  const bare = sources
    .filter(
      ({ path, text }) =>
        below('gateway/')(path) && /\bsetInterval\(|import \{[^}]*\bevery\b[^}]*\} from '[^']*\/time\.ts'/.test(text),
    )
    .map(({ path }) => path)
  expect(
    bare.filter((path) => !below('gateway/client/', 'gateway/time.ts', 'gateway/work/keep-doing.ts')(path)),
  ).toEqual([])
})

test('DO1 raw sockets are handed over in one place, and whoever opens a server hears its errors', () => {
  const upgrading = sources.filter(({ path, text }) => below('gateway/server/')(path) && text.includes("on('upgrade'"))
  expect(upgrading.map(({ path }) => path)).toEqual(['gateway/server/upgrade-door.ts'])
  const serving = sources.filter(({ path, text }) => below('gateway/')(path) && /\bcreateServer\(/.test(text))
  const deaf = serving.filter(
    ({ path, text }) => !below('gateway/devices/fake/')(path) && !/server\.on\('error'/.test(text),
  )
  expect(deaf.map(({ path }) => path)).toEqual([])
})

test('RG13 nothing from outside reaches the office past the table of rights', () => {
  const past = sources.filter(
    ({ path, text }) => below('gateway/server/', 'gateway/inputs/', 'gateway/agent/')(path) && /\.handle\(/.test(text),
  )
  expect(past.map(({ path }) => path)).toEqual([])
})

test('A17 no object is spread only to put several keys on a line: that switches the check for misspelt keys off', () => {
  const tests = readdirSync(join(root, 'tests'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('out/'))
    .map((name) => ({ path: `tests/${name}`, text: readFileSync(join(root, 'tests', name), 'utf8') }))
  expect(tests.length).toBeGreaterThan(100)
  const packed = [...sources, ...tests].flatMap(({ path, text }) =>
    /^\s*\.\.\.\{ ?[\w'"[.]/m.test(text) ? [path] : [],
  )
  expect(packed).toEqual([])
})
