import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Canvas, createCanvas, loadImage } from '@napi-rs/canvas'
import { afterAll, expect, test } from 'vitest'
import { mediaShelf } from '../../gateway/media/media-shelf.ts'
import { whatIsIt } from '../../gateway/media/what-is-it.ts'
import { tinyPdf } from '../support/tiny-pdf.ts'

const folder = mkdtempSync(join(tmpdir(), 'tingshi-media-'))
const shelf = mediaShelf(folder)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function picture(width: number, height: number): Canvas {
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.fillStyle = '#165866'
  context.fillRect(0, 0, width, height)
  return canvas
}
async function kept(bytes: Buffer): Promise<{ mediaId: string; file: Buffer; kind: string }> {
  const answer = await shelf.keep(bytes)
  if (!answer.ok) throw new Error(answer.code)
  const found = shelf.find(answer.mediaId)
  return { mediaId: answer.mediaId, kind: answer.kind, file: readFileSync(join(folder, found?.file ?? '')) }
}
const codeOf = async (bytes: Buffer): Promise<string> => {
  const answer = await shelf.keep(bytes)
  return answer.ok ? 'kept' : answer.code
}
const box = (name: string, size: number): Buffer => {
  const bytes = Buffer.alloc(size)
  bytes.writeUInt32BE(size, 0)
  bytes.write(name, 4, 'latin1')
  return bytes
}
const fileType = (): Buffer => {
  const bytes = box('ftyp', 24)
  bytes.write('isom', 8, 'latin1')
  return bytes
}

test('NM1 a picture is encoded anew and loses what was hidden behind it; large ones become as large as a wall', async () => {
  for (const bytes of [
    picture(40, 30).toBuffer('image/png'),
    picture(40, 30).toBuffer('image/jpeg'),
    picture(40, 30).toBuffer('image/webp'),
  ]) {
    const { file, kind } = await kept(Buffer.concat([bytes, Buffer.from('<script>alert(1)</script>')]))
    expect(kind).toBe('image')
    expect(file.includes('<script>')).toBe(false)
    expect((await loadImage(file)).width).toBe(40)
  }
  const { file } = await kept(picture(5000, 1000).toBuffer('image/png'))
  const image = await loadImage(file)
  expect([image.width, image.height]).toEqual([3840, 768])
})

test('NM2 SVG, HTML and what is nothing known are refused; a broken picture too', async () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
  expect(await codeOf(svg)).toBe('media-unknown')
  expect(await codeOf(Buffer.from(`<!doctype html>${' '.repeat(40)}`))).toBe('media-unknown')
  expect(await codeOf(Buffer.alloc(0))).toBe('media-unknown')
  const broken = picture(40, 30).toBuffer('image/png').subarray(0, 40)
  expect(await codeOf(broken)).toBe('media-unreadable')
})

test('NM3 a picture of too many pixels is refused by its header', async () => {
  const bomb = picture(10, 10).toBuffer('image/png')
  bomb.writeUInt32BE(50_000, 16)
  bomb.writeUInt32BE(50_000, 20)
  expect(await codeOf(bomb)).toBe('media-too-many-pixels')
  const jpeg = picture(10, 10).toBuffer('image/jpeg')
  const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]))
  expect(frame).toBeGreaterThan(0)
  jpeg.writeUInt16BE(65_000, frame + 5)
  jpeg.writeUInt16BE(65_000, frame + 7)
  expect(await codeOf(jpeg)).toBe('media-too-many-pixels')
})

test('NM4 the same content has the same address; ids that are none find nothing', async () => {
  const bytes = picture(40, 30).toBuffer('image/png')
  expect((await kept(bytes)).mediaId).toBe((await kept(bytes)).mediaId)
  expect(shelf.find('../tingshi.db')).toBeNull()
  expect(shelf.find('0'.repeat(64))).toBeNull()
})

test('NM5 the first page of a PDF becomes a picture; a broken one is refused', { timeout: 60_000 }, async () => {
  const { file, kind } = await kept(tinyPdf())
  const image = await loadImage(file)
  expect([kind, image.width, image.height]).toEqual(['page', 1080, 2160])
  const canvas = createCanvas(1080, 2160)
  canvas.getContext('2d').drawImage(image, 0, 0)
  const colour = (x: number): number[] => [...canvas.getContext('2d').getImageData(x, 1000, 1, 1).data]
  expect([colour(100), colour(900)]).toEqual([
    [255, 0, 0, 255],
    [255, 255, 255, 255],
  ])
  expect(await codeOf(Buffer.from(`%PDF-1.7\n${'nothing '.repeat(20)}`))).toBe('media-unreadable')
})

test('NM6 films are MP4 or WebM by their container', () => {
  expect(whatIsIt(Buffer.concat([fileType(), box('moov', 16), box('mdat', 64)]))).toBe('mp4')
  expect(whatIsIt(Buffer.concat([fileType(), box('mdat', 64)]))).toBeNull()
  expect(whatIsIt(Buffer.concat([fileType(), box('moov', 16), box('mdat', 64), Buffer.from('<script>')]))).toBeNull()
  const webm = Buffer.alloc(64)
  Buffer.from([0x1a, 0x45, 0xdf, 0xa3, 0x8b, 0x42, 0x82, 0x84]).copy(webm)
  webm.write('webm', 8, 'latin1')
  expect(whatIsIt(webm)).toBe('webm')
  webm.write('matr', 8, 'latin1')
  expect(whatIsIt(webm)).toBeNull()
})
