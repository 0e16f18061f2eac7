import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RefusalCode } from '../contract/refusals.ts'
import { pictureSize } from './picture-size.ts'
import { redraw } from './redraw.ts'
import { whatIsIt } from './what-is-it.ts'

/** A 40-million-pixel picture takes 160 MB while it is decoded; phones make less. */
const MOST_PIXELS = 40_000_000
const MOST_BYTES = 4 * 1024 ** 3
export const contentTypes = { png: 'image/png', jpg: 'image/jpeg', mp4: 'video/mp4', webm: 'video/webm' } as const
type Extension = keyof typeof contentTypes
type Kept =
  | { ok: true; mediaId: string; kind: 'image' | 'video' | 'page'; bytes: number }
  | { ok: false; code: RefusalCode }
type Clean =
  | { ok: true; bytes: Buffer; extension: Extension; kind: 'image' | 'video' | 'page' }
  | { ok: false; code: RefusalCode }

export interface MediaShelf {
  /** Checks by content, cleans, keeps under the content's own hash. */
  keep(bytes: Buffer): Promise<Kept>
  /** The file behind an id; null = there is none. */
  find(mediaId: string): { folder: string; file: string; contentType: string } | null
}

/** Pictures, pages and films of notices, in a folder of the data folder. */
export function mediaShelf(folder: string): MediaShelf {
  mkdirSync(folder, { recursive: true })
  let held = readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0)
  const extensions = Object.keys(contentTypes) as Extension[]
  return {
    async keep(bytes) {
      const clean = await cleaned(bytes)
      if (!clean.ok) return clean
      if (held + clean.bytes.length > MOST_BYTES) return { ok: false, code: 'media-full' }
      const mediaId = createHash('sha256').update(clean.bytes).digest('hex')
      const file = join(folder, `${mediaId}.${clean.extension}`)
      if (!existsSync(file)) {
        // Whole or not at all, also when the power goes.
        await writeFile(`${file}.part`, clean.bytes, { flush: true })
        await rename(`${file}.part`, file)
        held += clean.bytes.length
      }
      return { ok: true, mediaId, kind: clean.kind, bytes: clean.bytes.length }
    },
    find(mediaId) {
      if (!/^[0-9a-f]{64}$/.test(mediaId)) return null
      const extension = extensions.find((one) => existsSync(join(folder, `${mediaId}.${one}`)))
      return extension ? { folder, file: `${mediaId}.${extension}`, contentType: contentTypes[extension] } : null
    },
  }
}

async function cleaned(bytes: Buffer): Promise<Clean> {
  const format = whatIsIt(bytes)
  switch (format) {
    case null:
      return { ok: false, code: 'media-unknown' }
    case 'mp4':
    case 'webm':
      return { ok: true, bytes, extension: format, kind: 'video' }
    case 'pdf': {
      const page = await redraw(bytes, 'pdf')
      return page ? { ok: true, bytes: page, extension: 'png', kind: 'page' } : { ok: false, code: 'media-unreadable' }
    }
    case 'png':
    case 'jpeg':
    case 'webp': {
      const size = pictureSize(bytes, format)
      if (!size || size.width === 0 || size.height === 0) return { ok: false, code: 'media-unreadable' }
      if (size.width * size.height > MOST_PIXELS) return { ok: false, code: 'media-too-many-pixels' }
      const picture = await redraw(bytes, format)
      return picture
        ? { ok: true, bytes: picture, extension: format === 'jpeg' ? 'jpg' : 'png', kind: 'image' }
        : { ok: false, code: 'media-unreadable' }
    }
  }
}
