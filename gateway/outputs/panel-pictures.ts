import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Picture } from '../../display/led/picture.ts'
import type { ShownMedia } from '../contract/notice.ts'
import type { MediaShelf } from '../media/media-shelf.ts'
import { redraw } from '../media/redraw.ts'

const KEPT = 40

/** Pictures of notices in the dots of one panel, by their address; decoded once, apart from the gateway. */
export function panelPictures(shelf: Pick<MediaShelf, 'find'>, { width, height }: { width: number; height: number }) {
  const kept = new Map<string, Picture | null>()
  const under = new Set<string>()
  async function decode(url: string): Promise<Picture | null> {
    const found = shelf.find(url.split('/').at(-1) ?? '')
    if (!found) return null
    const bytes = await readFile(join(found.folder, found.file)).catch(() => null)
    const dots = bytes && (await redraw(bytes, found.file.endsWith('.jpg') ? 'jpeg' : 'png', { width, height }))
    return dots?.length === width * height * 3 ? { width, height, pixels: new Uint8Array(dots) } : null
  }
  return {
    /** What is ready of these. `onReady` is called when more has become ready; a picture that cannot be read is asked for once. */
    of(media: readonly ShownMedia[], onReady: () => void): ReadonlyMap<string, Picture> {
      for (const { url, kind } of media) {
        if (kind === 'video' || kept.has(url) || under.has(url)) continue
        under.add(url)
        void decode(url).then((picture) => {
          under.delete(url)
          for (const oldest of kept.keys()) if (kept.size >= KEPT) kept.delete(oldest)
          kept.set(url, picture)
          if (picture) onReady()
        })
      }
      return new Map(media.flatMap(({ url }) => (kept.get(url) ? [[url, kept.get(url) as Picture]] : [])))
    },
  }
}
