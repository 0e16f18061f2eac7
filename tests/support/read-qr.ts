import { createCanvas, loadImage } from '@napi-rs/canvas'
import jsqr from 'jsqr'

// The package's types speak of a `default` that its CommonJS build does not have under Node.
const jsQR = jsqr as unknown as typeof jsqr.default

/** Reads the code in a picture with a reader that is not ours; null = none found. */
export async function readQr(png: Buffer): Promise<string | null> {
  const image = await loadImage(png)
  const canvas = createCanvas(image.width, image.height)
  const pen = canvas.getContext('2d')
  pen.drawImage(image, 0, 0)
  const { data } = pen.getImageData(0, 0, image.width, image.height)
  return jsQR(new Uint8ClampedArray(data), image.width, image.height)?.data ?? null
}
