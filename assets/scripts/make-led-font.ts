import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { GlobalFonts, createCanvas } from '@napi-rs/canvas'

/** Draws the glyphs that panels need from Unifont at its own 16 dots, where it is crisp, into display/led/font-16.ts. */
const folder = dirname(createRequire(import.meta.url).resolve('@fontsource/unifont/package.json'))
GlobalFonts.registerFromPath(join(folder, 'files/unifont-latin-400-normal.woff2'), 'unifont')
const characters = [
  ...Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)),
  ...'请到号窗口欢迎光临等候人楼区您好办理中暂停服务政大厅今天现在位下一叫取',
]
const glyphs = characters.map((character) => {
  const width = character.charCodeAt(0) < 127 ? 8 : 16
  const canvas = createCanvas(width, 16)
  const pen = canvas.getContext('2d')
  pen.font = '16px unifont'
  pen.fillText(character, 0, 14)
  const { data } = pen.getImageData(0, 0, width, 16)
  const rows = Array.from({ length: 16 }, (_, y) => {
    let bits = 0
    for (let x = 0; x < width; x += 1) bits = bits * 2 + ((data[(y * width + x) * 4 + 3] ?? 0) > 127 ? 1 : 0)
    return bits.toString(16).padStart(width / 4, '0')
  })
  return `  [${JSON.stringify(character)}, '${rows.join('')}'],`
})
const text = `/** Unifont glyphs (OFL 1.1 / GPL with font exception), 16 rows of 8 or 16 dots in hex. Made by assets/scripts/make-led-font.ts. */\nexport const font16: ReadonlyMap<string, string> = new Map([\n${glyphs.join('\n')}\n])\n`
writeFileSync(join(import.meta.dirname, '../../display/led/font-16.ts'), text)
console.log(`${glyphs.length} glyphs`)
