import type { Canvas } from '@napi-rs/canvas'

const inWork = new Set<Canvas>()

/**
 * A canvas as a file, encoded beside the main thread. The canvas is kept until that is done: the library (1.0.2) reads it in its own thread
 * without holding it, and a collection in between ends the process with a segmentation fault.
 */
export async function encodeCanvas(canvas: Canvas, format: 'png' | 'jpeg'): Promise<Buffer> {
  inWork.add(canvas)
  try {
    return await (format === 'jpeg' ? canvas.encode('jpeg', 90) : canvas.encode('png'))
  } finally {
    inWork.delete(canvas)
  }
}
