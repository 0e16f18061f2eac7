import type { ShownMedia } from '../../gateway/contract/notice.ts'
import type { Picture } from './picture.ts'

/** Notices' pictures in the dots of a panel, by their address; one that cannot be loaded is left out. */
export async function pagePictures(
  media: readonly ShownMedia[],
  width: number,
  height: number,
): Promise<Map<string, Picture>> {
  const loaded = await Promise.all(
    media
      .filter(({ kind }) => kind !== 'video')
      .map(async ({ url }) => [url, await dotsOf(url, width, height).catch(() => null)] as const),
  )
  return new Map(loaded.flatMap(([url, picture]) => (picture ? [[url, picture]] : [])))
}

async function dotsOf(url: string, width: number, height: number): Promise<Picture> {
  const image = Object.assign(new Image(), { src: url })
  await image.decode()
  const scale = Math.min(width / image.naturalWidth, height / image.naturalHeight)
  const [w, h] = [image.naturalWidth * scale, image.naturalHeight * scale]
  const pen = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d')
  if (!pen) throw new Error('no canvas')
  pen.fillStyle = '#000'
  pen.fillRect(0, 0, width, height)
  pen.drawImage(image, (width - w) / 2, (height - h) / 2, w, h)
  return {
    width,
    height,
    pixels: new Uint8Array(pen.getImageData(0, 0, width, height).data.filter((_, at) => at % 4 !== 3)),
  }
}
