import type { Picture } from '../../../display/led/picture.ts'
import { createCanvas } from '../canvas.ts'

/** A picture as PNG, dot for dot. */
export function pngOf({ width, height, pixels }: Picture): Buffer {
  const canvas = createCanvas(width, height)
  const pen = canvas.getContext('2d')
  const image = pen.createImageData(width, height)
  for (let dot = 0; dot < width * height; dot += 1) {
    image.data.set(pixels.subarray(dot * 3, dot * 3 + 3), dot * 4)
    image.data[dot * 4 + 3] = 255
  }
  pen.putImageData(image, 0, 0)
  return canvas.toBuffer('image/png')
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
