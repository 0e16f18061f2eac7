import unifont from '@fontsource/unifont/files/unifont-latin-400-normal.woff2?url'
import fusion from '@fontsource/fusion-pixel-12px-monospaced-sc/files/fusion-pixel-12px-monospaced-sc-latin-400-normal.woff2?url'
import mongolian from '@fontsource/noto-sans-mongolian/files/noto-sans-mongolian-mongolian-400-normal.woff2?url'
import '@fontsource/noto-sans-sc/700.css'
import '@fontsource/barlow/600.css'
import { canvasInk } from './canvas-ink.ts'
import type { Ink } from './ink.ts'

/** The page's ink, when its bitmap faces are there. Bold Chinese comes in slices as it is met; missing ones are drawn at the next round. */
export async function pageInk(): Promise<Ink> {
  const faces = [
    ['panel-16', unifont],
    ['panel-12', fusion],
    ['panel-mongolian', mongolian],
  ] as const
  await Promise.all([
    ...faces.map(async ([name, url]) => void document.fonts.add(await new FontFace(name, `url(${url})`).load())),
    document.fonts.load('700 48px "Noto Sans SC"', '请到号窗口欢迎光临等候人正在办理未开暂停'),
    document.fonts.load('600 48px Barlow', '0123456789'),
  ])
  const pen = (width: number, height: number): CanvasRenderingContext2D => {
    const canvas = Object.assign(document.createElement('canvas'), { width, height })
    const made = canvas.getContext('2d')
    if (!made) throw new Error('no canvas')
    return made
  }
  return canvasInk(pen, {
    pixel12: '"panel-12","panel-16"',
    pixel16: '"panel-16"',
    bold: '"Barlow","Noto Sans SC","panel-16"',
    mongolian: '"panel-mongolian"',
  })
}
