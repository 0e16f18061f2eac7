import { createCanvas, loadImage } from '@napi-rs/canvas'

/** No surface of a hall has more. */
const LONGEST_EDGE = 3840

/** Pixels only, encoded anew: whatever else the file carried stays behind. */
export async function drawPicture(bytes: Buffer, format: 'png' | 'jpeg' | 'webp'): Promise<Buffer> {
  const image = await loadImage(bytes)
  const scale = Math.min(1, LONGEST_EDGE / Math.max(image.width, image.height))
  const canvas = createCanvas(Math.max(1, Math.round(image.width * scale)), Math.max(1, Math.round(image.height * scale)))
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height)
  return format === 'jpeg' ? canvas.encode('jpeg', 90) : canvas.encode('png')
}
