import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createCanvas, skia } from './canvas.ts'

const require = createRequire(import.meta.url)
const NAME = '"last-resort"'
let isRegistered = false

/** A font for every sign of the first 65,536 (Unifont, 16 dots): it stands last in a list, for what the fine fonts lack. */
export function lastResortFont(): string {
  if (isRegistered) return NAME
  const folder = join(dirname(require.resolve('@fontsource/unifont/package.json')), 'files')
  skia().GlobalFonts.registerFromPath(join(folder, 'unifont-latin-400-normal.woff2'), 'last-resort')
  isRegistered = true
  return NAME
}

const DOTS = 16
/** No font has a sign here: what it draws is what it draws for whatever it lacks. */
const NO_SIGN = '\u{10fffe}'

const pictureOf = (sign: string, family: string): string => {
  const pen = createCanvas(DOTS * 2, DOTS * 2).getContext('2d')
  pen.font = `${DOTS}px ${family}`
  pen.fillText(sign, 0, DOTS)
  return Buffer.from(pen.getImageData(0, 0, DOTS * 2, DOTS * 2).data).toString('latin1')
}

const drawn = new Map<string, boolean>()
/** The signs of a text that no font of this list has a picture for, each once. Asked once for each sign: drawing takes its time. */
export function undrawable(text: string, families: string): string[] {
  if (text === '') return []
  const lacking = pictureOf(NO_SIGN, families)
  return [...new Set(text)].filter((sign) => {
    const key = `${families} ${sign}`
    const known = drawn.get(key) ?? (sign.trim() === '' || pictureOf(sign, families) !== lacking)
    drawn.set(key, known)
    return !known
  })
}
