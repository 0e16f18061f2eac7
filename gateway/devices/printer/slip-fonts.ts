import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { lastResortFont } from '../last-resort-font.ts'
import { skia } from '../canvas.ts'

const require = createRequire(import.meta.url)
const filesOf = (name: string): string => join(dirname(require.resolve(`@fontsource/${name}/package.json`)), 'files')

const families = new Map<SlipFace, string>()
export type SlipFace = 'regular' | 'bold' | 'number'

/** The families of a face for the canvas, read when they are first asked for: a hall with panels alone needs no regular ones. */
export function slipFont(face: SlipFace): string {
  const known = families.get(face) ?? register(face)
  families.set(face, known)
  return known
}

function register(face: SlipFace): string {
  switch (face) {
    case 'regular':
      return `${slices(400)},${lastResortFont()}`
    case 'bold':
      return `${slices(700)},${lastResortFont()}`
    case 'number':
      skia().GlobalFonts.registerFromPath(join(filesOf('barlow'), 'barlow-latin-600-normal.woff2'), 'slip-number')
      return '"slip-number"'
  }
}

/**
 * Noto Sans SC comes in a hundred slices: each under its own name, because slices of one name hide each other. The file of all simplified
 * characters has them once more (but for some kana and brackets) and would be unpacked for nothing. Last stands Unifont, for rare signs
 * that no slice has.
 */
function slices(weight: 400 | 700): string {
  const folder = filesOf('noto-sans-sc')
  return readdirSync(folder)
    .filter((file) => file.endsWith(`-${weight}-normal.woff2`) && !file.includes('-chinese-simplified-'))
    .map((file, index) => {
      const name = `slip-${weight}-${index}`
      skia().GlobalFonts.registerFromPath(join(folder, file), name)
      return `"${name}"`
    })
    .join(',')
}

let mongolian: string | null = null
/** Traditional Mongolian, to be set along the line and turned. */
export function mongolianFont(): string {
  if (mongolian) return mongolian
  const folder = filesOf('noto-sans-mongolian')
  // Its other slices are Latin and signs that the Chinese font has.
  const files = readdirSync(folder).filter((file) => file.endsWith('-mongolian-mongolian-400-normal.woff2'))
  mongolian = files
    .map((file, index) => {
      const name = `slip-mongolian-${index}`
      skia().GlobalFonts.registerFromPath(join(folder, file), name)
      return `"${name}"`
    })
    .join(',')
  return mongolian
}
