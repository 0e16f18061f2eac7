import { buffer } from 'node:stream/consumers'

/** A program of its own (redraw.ts): the file on stdin, its format as the word, the new picture on stdout. */
const format = process.argv[2]
const bytes = await buffer(process.stdin)
const drawn =
  format === 'pdf'
    ? await (await import('./draw-page.ts')).drawPage(bytes)
    : await (await import('./draw-picture.ts')).drawPicture(bytes, format === 'jpeg' || format === 'webp' ? format : 'png')
process.stdout.write(drawn, () => process.exit(0))
