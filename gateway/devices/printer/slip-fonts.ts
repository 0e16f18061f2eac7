import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { lastResortFont } from '../last-resort-font.ts'
import { skia } from '../canvas.ts'

const require = createRequire(import.meta.url)
const filesOf = (name: string): string => join(dirname(require.resolve(`@fontsource/${name}/package.json`)), 'files')

let families: { regular: string; bold: string; number: string } | null = null

/**
 * Font lists for the canvas, registered once. Noto Sans SC comes in a hundred slices: each under its own name, because
 * slices of one name hide each other. Last stands Unifont, for rare signs that no slice has.
 */
export function slipFonts(): { regular: string; bold: string; number: string } {
  if (families) return families
  const slices = (weight: number): string => {
    const folder = filesOf('noto-sans-sc')
    const files = readdirSync(folder).filter((file) => file.endsWith(`-${weight}-normal.woff2`))
    return files
      .map((file, index) => {
        const name = `slip-${weight}-${index}`
        skia().GlobalFonts.registerFromPath(join(folder, file), name)
        return `"${name}"`
      })
      .join(',')
  }
  skia().GlobalFonts.registerFromPath(join(filesOf('barlow'), 'barlow-latin-600-normal.woff2'), 'slip-number')
  families = {
    regular: `${slices(400)},${lastResortFont()}`,
    bold: `${slices(700)},${lastResortFont()}`,
    number: '"slip-number"',
  }
  return families
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
