import type { Picture } from '../../../display/led/picture.ts'
import { encodeCanvas } from '../../work/encode-canvas.ts'
import { createCanvas } from '../canvas.ts'

/** A picture as PNG, dot for dot. */
export function pngOf({ width, height, pixels }: Picture): Promise<Buffer> {
  const canvas = createCanvas(width, height)
  const pen = canvas.getContext('2d')
  const image = pen.createImageData(width, height)
  const { data } = image
  for (let from = 0, to = 0; to < data.length; from += 3, to += 4) {
    data[to] = pixels[from] ?? 0
    data[to + 1] = pixels[from + 1] ?? 0
    data[to + 2] = pixels[from + 2] ?? 0
    data[to + 3] = 255
  }
  pen.putImageData(image, 0, 0)
  return encodeCanvas(canvas, 'png')
}

/** The same as a panel looks from near: round dots, `size` pixels each. */
export function dotsPngOf({ width, height, pixels }: Picture, size: number): Buffer {
  const canvas = createCanvas(width * size, height * size)
  const pen = canvas.getContext('2d')
  pen.fillStyle = '#0c0a09'
  pen.fillRect(0, 0, width * size, height * size)
  for (let dot = 0; dot < width * height; dot += 1) {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(dot * 3, dot * 3 + 3)
    pen.fillStyle = red + green + blue === 0 ? '#221d1a' : `rgb(${red},${green},${blue})`
    pen.beginPath()
    pen.arc(((dot % width) + 0.5) * size, (Math.floor(dot / width) + 0.5) * size, size * 0.44, 0, 7)
    pen.fill()
  }
  return canvas.toBuffer('image/png')
}
