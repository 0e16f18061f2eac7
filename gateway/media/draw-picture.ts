import { createCanvas, loadImage } from '@napi-rs/canvas'
import { encodeCanvas } from '../work/encode-canvas.ts'

/** No surface of a hall has more. */
const LONGEST_EDGE = 3840

/** As large as it goes inside so many dots, on black: red, green, blue, row by row. */
export async function drawDots(bytes: Buffer, width: number, height: number): Promise<Buffer> {
  const image = await loadImage(bytes)
  const scale = Math.min(width / image.width, height / image.height)
  const [w, h] = [image.width * scale, image.height * scale]
  const pen = createCanvas(width, height).getContext('2d')
  pen.fillStyle = '#000'
  pen.fillRect(0, 0, width, height)
  pen.drawImage(image, (width - w) / 2, (height - h) / 2, w, h)
  const { data } = pen.getImageData(0, 0, width, height)
  return Buffer.from(data.filter((_, at) => at % 4 !== 3))
}

/** Pixels only, encoded anew: whatever else the file carried stays behind. */
export async function drawPicture(bytes: Buffer, format: 'png' | 'jpeg' | 'webp'): Promise<Buffer> {
  const image = await loadImage(bytes)
  const scale = Math.min(1, LONGEST_EDGE / Math.max(image.width, image.height))
  const canvas = createCanvas(
    Math.max(1, Math.round(image.width * scale)),
    Math.max(1, Math.round(image.height * scale)),
  )
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height)
  return encodeCanvas(canvas, format === 'jpeg' ? 'jpeg' : 'png')
}
