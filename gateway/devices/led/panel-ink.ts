import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { canvasInk } from '../../../display/led/canvas-ink.ts'
import type { Ink } from '../../../display/led/ink.ts'
import { lastResortFont } from '../last-resort-font.ts'
import { slipFont } from '../printer/slip-fonts.ts'
import { createCanvas, skia } from '../canvas.ts'

const require = createRequire(import.meta.url)
const file = (name: string, woff2: string): string =>
  join(dirname(require.resolve(`@fontsource/${name}/package.json`)), 'files', woff2)
let ink: Ink | null = null

/** The gateway's ink; the faces are registered once. */
export function panelInk(): Ink {
  if (ink) return ink
  skia().GlobalFonts.registerFromPath(
    file('fusion-pixel-12px-monospaced-sc', 'fusion-pixel-12px-monospaced-sc-latin-400-normal.woff2'),
    'panel-12',
  )
  skia().GlobalFonts.registerFromPath(
    file('noto-sans-mongolian', 'noto-sans-mongolian-mongolian-400-normal.woff2'),
    'panel-mongolian',
  )
  const faces = {
    pixel12: `"panel-12",${lastResortFont()}`,
    pixel16: lastResortFont(),
    bold: `${slipFont('number')},${slipFont('bold')}`,
    mongolian: '"panel-mongolian"',
  }
  ink = canvasInk((width, height) => createCanvas(width, height).getContext('2d'), faces)
  return ink
}
