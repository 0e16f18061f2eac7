import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { AtRule, Plugin as CssPlugin, Helpers } from 'postcss'
import subsetFont from 'subset-font'
import type { Plugin } from 'vite'
import { charactersOf } from './characters-of.ts'
import { type FirstFace, type FirstScreens, faceFiles } from './face-files.ts'

/** Its types know an older release. */
const subset = subsetFont as unknown as (
  font: Buffer,
  text: string | undefined,
  how: { targetFormat: 'woff2' | 'truetype'; keepAllGlyphs?: true; keepFeatures?: string[]; noHinting?: true },
) => Promise<Buffer>
const root = resolve(import.meta.dirname, '../../..')
const kept = join(root, 'node_modules/.cache/tingshi-first-faces')
const read = (): FirstScreens => JSON.parse(readFileSync(join(root, 'assets/fonts/first-screens.json'), 'utf8'))

/**
 * `@first-faces terminal;` in a stylesheet becomes the faces of that page's first screen, each with the characters of that screen alone:
 * some kilobytes instead of a dozen slices. All other characters come in slices of their own, when they are needed.
 */
export const firstFacesCss: CssPlugin = {
  postcssPlugin: 'first-faces',
  AtRule: {
    async 'first-faces'(rule: AtRule, { AtRule: newRule, Declaration: declare }: Helpers) {
      const page = rule.params.trim()
      const faces = Object.entries(read()[page] ?? {}) as [FirstFace, string][]
      const made = await Promise.all(faces.map(([face, text]) => madeFaces(page, face, text)))
      const { source } = rule
      const whole = source === undefined ? {} : { source }
      for (const face of made.flat()) {
        const nodes = Object.entries(face).map(([prop, value]) => new declare({ ...whole, prop, value }))
        rule.before(new newRule({ ...whole, name: 'font-face', nodes }))
      }
      rule.remove()
    },
  },
}

/** One `@font-face` for each file that has some of these characters. */
async function madeFaces(page: string, face: FirstFace, text: string): Promise<Record<string, string>[]> {
  const { family, weight, files } = faceFiles(face)
  let wanted = [...new Set(text)].sort()
  const made: Record<string, string>[] = []
  for (const file of files) {
    if (wanted.length === 0) break
    const own = await coveredBy(file, wanted)
    wanted = wanted.filter((character) => !own.includes(character))
    if (own.length === 0) continue
    const path = await keptSubset(`${page}-${face}`, file, own.join(''))
    made.push({
      'font-family': `"${family}"`,
      'font-weight': weight,
      'font-display': 'block',
      src: `url("${path}") format("woff2")`,
      'unicode-range': rangesOf(own),
    })
  }
  return made
}

const known = new Map<string, Promise<Set<number>>>()
async function coveredBy(file: string, characters: readonly string[]): Promise<string[]> {
  const codes = known.get(file) ?? readCodes(file)
  known.set(file, codes)
  const has = await codes
  return characters.filter((character) => has.has(character.codePointAt(0) ?? 0))
}

const readCodes = async (file: string): Promise<Set<number>> =>
  charactersOf(await subset(readFileSync(file), undefined, { keepAllGlyphs: true, targetFormat: 'truetype' }))

/** Kept between builds by what it is made of. */
async function keptSubset(name: string, file: string, text: string): Promise<string> {
  const hash = createHash('sha256').update(`${file} ${text}`).digest('hex').slice(0, 12)
  const path = join(kept, `${name}-${hash}.woff2`)
  if (existsSync(path)) return path
  mkdirSync(kept, { recursive: true })
  // Features that pages use: figures of one width (tnum), lining ones, and kerning.
  const small = await subset(readFileSync(file), text, {
    targetFormat: 'woff2',
    keepFeatures: ['tnum', 'lnum', 'kern'],
    noHinting: true,
  })
  writeFileSync(path, small)
  return path
}

/** U+4e00-4e02, U+4e09 */
export function rangesOf(characters: readonly string[]): string {
  const codes = characters.map((character) => character.codePointAt(0) ?? 0).sort((one, other) => one - other)
  const ranges: [first: number, last: number][] = []
  for (const code of codes) {
    const range = ranges.at(-1)
    if (range && code === range[1] + 1) range[1] = code
    else ranges.push([code, code])
  }
  const hex = (code: number): string => code.toString(16)
  return ranges.map(([first, last]) => `U+${hex(first)}${first === last ? '' : `-${hex(last)}`}`).join(', ')
}

/** A page asks for the faces of its first screen at once, and not when it has something to write. */
export const preloadFirstFaces = (): Plugin => ({
  name: 'preload-first-faces',
  transformIndexHtml: {
    order: 'post',
    handler(_, { filename, bundle }) {
      const page = /([\w-]+)\.html$/.exec(filename)?.[1] ?? ''
      const faces = Object.values(bundle ?? {}).filter(
        (file) => file.type === 'asset' && file.names.some((name) => isFaceOf(page, name)),
      )
      return faces.map(({ fileName }) => ({
        tag: 'link',
        attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `/${fileName}` },
        injectTo: 'head-prepend' as const,
      }))
    },
  },
})

const isFaceOf = (page: string, name: string): boolean =>
  name.startsWith(`${page}-`) && /^-(sans|serif|num)-\d{3}-[0-9a-f]{12}\.woff2$/.test(name.slice(page.length))
