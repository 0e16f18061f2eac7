import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { encodeCanvas } from '../work/encode-canvas.ts'

const LONGEST_EDGE = 2160
const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

/** The first page of a PDF as a PNG, 2160 pixels on its longer edge. */
export async function drawPage(bytes: Buffer): Promise<Buffer> {
  const document = await getDocument({
    data: new Uint8Array(bytes),
    enableXfa: false,
    useSystemFonts: false,
    cMapUrl: `${home}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${home}/standard_fonts/`,
    maxImageSize: 40_000_000,
    verbosity: 0,
  }).promise
  const page = await document.getPage(1)
  const own = page.getViewport({ scale: 1 })
  const viewport = page.getViewport({ scale: LONGEST_EDGE / Math.max(own.width, own.height) })
  const canvas = createCanvas(Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height)))
  // The canvas of this machine speaks the same language as the browser's, which the package is typed for.
  const canvasContext = canvas.getContext('2d') as unknown as CanvasRenderingContext2D
  await page.render({ canvas: null, canvasContext, viewport, background: '#ffffff' }).promise
  return encodeCanvas(canvas, 'png')
}
