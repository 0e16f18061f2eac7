import { createCanvas, loadImage } from '@napi-rs/canvas'
import { pictureSize } from './picture-size.ts'

/** A 40-million-pixel picture takes 160 MB while it is decoded; phones make less. */
const MOST_PIXELS = 40_000_000
/** No surface of a hall has more. */
const LONGEST_EDGE = 3840

/** Pixels only, encoded anew: whatever else the file carried stays behind. Refuses by its header what is too large to decode. */
export async function cleanPicture(
  bytes: Buffer,
  format: 'png' | 'jpeg' | 'webp',
): Promise<{ ok: true; bytes: Buffer; extension: 'png' | 'jpg' } | { ok: false; code: 'media-unreadable' | 'media-too-many-pixels' }> {
  const size = pictureSize(bytes, format)
  if (!size || size.width === 0 || size.height === 0) return { ok: false, code: 'media-unreadable' }
  if (size.width * size.height > MOST_PIXELS) return { ok: false, code: 'media-too-many-pixels' }
  const image = await loadImage(bytes).catch(() => null)
  if (!image || image.width === 0) return { ok: false, code: 'media-unreadable' }
  const scale = Math.min(1, LONGEST_EDGE / Math.max(image.width, image.height))
  const canvas = createCanvas(Math.max(1, Math.round(image.width * scale)), Math.max(1, Math.round(image.height * scale)))
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height)
  return format === 'jpeg'
    ? { ok: true, bytes: await canvas.encode('jpeg', 90), extension: 'jpg' }
    : { ok: true, bytes: await canvas.encode('png'), extension: 'png' }
}
