import { buffer } from 'node:stream/consumers'

/** A program of its own (redraw.ts): the file on stdin, its format and what is wanted as words, the new picture on stdout. */
const [format, width = 0, height = 0] = process.argv.slice(2)
const bytes = await buffer(process.stdin)
const drawn = await draw()
process.stdout.write(drawn, () => process.exit(0))

async function draw(): Promise<Buffer> {
  if (format === 'pdf') return (await import('./draw-page.ts')).drawPage(bytes)
  const { drawDots, drawPicture } = await import('./draw-picture.ts')
  if (Number(width) > 0) return drawDots(bytes, Number(width), Number(height))
  return drawPicture(bytes, format === 'jpeg' || format === 'webp' ? format : 'png')
}
