import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { parseSync } from 'vite'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
/** Enough of a syntax tree to walk it. */
interface Node {
  type: string
  [key: string]: unknown
}
interface Page {
  path: string
  body: Node[]
}
const pages: Page[] = ['kiosk', 'display'].flatMap((top) =>
  readdirSync(join(root, top), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => {
      const file = join(entry.parentPath, entry.name)
      const { program } = parseSync(file, readFileSync(file, 'utf8'))
      return { path: relative(root, file), body: program.body as unknown as Node[] }
    }),
)

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value
function walk(value: unknown, see: (node: Node) => void): void {
  if (Array.isArray(value)) for (const one of value) walk(one, see)
  if (!isNode(value)) return
  see(value)
  for (const part of Object.values(value)) if (typeof part === 'object') walk(part, see)
}

/** Chinese that is no word of a page. */
const noWords: Record<string, RegExp> = {
  // A panel's picture is drawn by the gateway too, and takes of several wordings the longest that fits.
  'display/led/': /./,
  // Lines that the hall wrote are told apart by how they begin.
  'display/shared/emergency/takeover.tsx': /^(\^演练：|行动不便|\^\[别不\])$/,
  // What people type is read as Chinese writes it.
  'kiosk/shared/staff/read-moment.ts': /./,
  'kiosk/terminal/find/asked-place.ts': /./,
  // The national catalogue's own codes, as the contract has them.
  'kiosk/manage/catalogue/': /^(原件|复印件|电子|和|在用|暂停|即办件|承诺件|必要|非必要|容缺后补|纸质|纸质和电子)$/,
  'kiosk/terminal/guide/': /^(工作日|自然日|小时|月|年|必要)$/,
}
const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text)
const mayStand = (path: string, text: string): boolean =>
  Object.entries(noWords).some(([place, allowed]) => path.startsWith(place) && allowed.test(text))

/** What a node says by itself. */
function textOf(node: Node): string {
  const { regex } = node as { regex?: { pattern: string } }
  if (regex) return regex.pattern
  if (node.type === 'TemplateElement') return (node.value as { raw: string }).raw
  if (node.type === 'Identifier') return String(node.name)
  return node.type === 'JSXText' || node.type === 'Literal' ? String(node.value) : ''
}

test('A15 no Chinese stands in the code of a page: words are in the locale files', () => {
  const found: string[] = []
  for (const { path, body } of pages)
    walk(body, (node) => {
      const text = textOf(node).trim()
      if (isChinese(text) && !mayStand(path, text)) found.push(`${path}: ${text}`)
    })
  expect(found).toEqual([])
})

type Locale = Record<string, unknown>
/** Which locale file a name speaks from, by file and name: `const { say: sayStaff } = pageWords('staff', zh)`. */
const speakers = new Map<string, Locale>()
const key = (path: string, name: string): string => `${path} ${name}`
for (const { path, body } of pages) {
  const files = new Map<string, string>()
  walk(body, (node) => {
    if (node.type === 'ImportDeclaration' && String((node.source as Node).value).endsWith('.json'))
      for (const one of node.specifiers as Node[])
        files.set(String((one.local as Node).name), join(root, dirname(path), String((node.source as Node).value)))
    const call = node.type === 'VariableDeclarator' ? (node.init as Node | null) : null
    if (call?.type !== 'CallExpression' || (call.callee as Node).name !== 'pageWords') return
    const file = files.get(String((call.arguments as Node[])[1]?.name)) ?? ''
    for (const one of (node.id as Node).properties as Node[])
      if ((one.key as Node).name === 'say')
        speakers.set(key(path, String((one.value as Node).name)), JSON.parse(readFileSync(file, 'utf8')) as Locale)
  })
}

/** All words of a locale file with their keys: [`done.finished`, '{{number}} 办结了']. */
const wordsIn = (locale: Locale, before = ''): [string, string][] =>
  Object.entries(locale).flatMap(([name, word]): [string, string][] =>
    typeof word === 'string'
      ? [[before + name, word]]
      : Array.isArray(word)
        ? []
        : wordsIn(word as Locale, `${before}${name}.`),
  )
/** The keys that the first argument may name, as patterns; null = it comes from elsewhere. */
function keysOf(node: Node | undefined): RegExp[] | null {
  const exact = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  switch (node?.type) {
    case 'Literal':
      return [new RegExp(`^${exact(String(node.value))}$`)]
    case 'TemplateLiteral': {
      const fixed = (node.quasis as Node[]).map((one) => exact((one.value as { cooked: string }).cooked))
      return [new RegExp(`^${fixed.join('[^.]+')}$`)]
    }
    case 'ConditionalExpression': {
      const [yes, no] = [keysOf(node.consequent as Node), keysOf(node.alternate as Node)]
      return yes && no ? [...yes, ...no] : null
    }
    default:
      return null
  }
}

test('A16 a word gets the parameters that stand in it, and no others', () => {
  const faults: string[] = []
  let calls = 0
  for (const { path, body } of pages) {
    const known = new Map<string, Locale>()
    walk(body, (node) => {
      if (node.type !== 'ImportDeclaration') return
      const from = join(dirname(path), String((node.source as Node).value))
      for (const one of (node.specifiers as Node[]).filter(({ type }) => type === 'ImportSpecifier')) {
        const locale = speakers.get(key(from, String((one.imported as Node).name)))
        if (locale) known.set(String((one.local as Node).name), locale)
      }
    })
    for (const [name, locale] of speakers) if (name.startsWith(`${path} `)) known.set(name.split(' ')[1] ?? '', locale)
    walk(body, (node) => {
      const locale = node.type === 'CallExpression' ? known.get(String((node.callee as Node).name)) : undefined
      if (!locale) return
      const [first, values] = node.arguments as Node[]
      if (values && values.type !== 'ObjectExpression') return
      const given = ((values?.properties ?? []) as Node[]).map((one) => String((one.key as Node).name)).sort()
      for (const pattern of keysOf(first) ?? []) {
        calls += 1
        const meant = wordsIn(locale).filter(([one]) => pattern.test(one))
        if (meant.length === 0) faults.push(`${path}: no word ${pattern.source}`)
        const wants = meant.map(([one, text]) => {
          const places = [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '')
          return { one, wanted: [...new Set(places)].sort().join() }
        })
        // A key that is put together fits other words too: those it is meant for take the same parameters.
        if (!wants.some(({ wanted }) => wanted === given.join()))
          faults.push(...wants.map(({ one, wanted }) => `${path}: ${one} wants ${wanted}, gets ${given.join()}`))
      }
    })
  }
  expect(faults).toEqual([])
  expect(calls).toBeGreaterThan(500)
})
