import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { createCanvas } from '@napi-rs/canvas'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Runs in a thread of its own (first-page.ts): a document may be written to never end. */
const LONGEST_EDGE = 2160
const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

const document = await getDocument({
  data: new Uint8Array(workerData as Uint8Array),
  isEvalSupported: false,
  enableXfa: false,
  stopAtErrors: false,
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
const context = canvas.getContext('2d')
context.fillStyle = '#fff'
context.fillRect(0, 0, canvas.width, canvas.height)
// The canvas of this machine speaks the same language as the browser's, which the package is typed for.
await page.render({ canvas: null, canvasContext: context as unknown as CanvasRenderingContext2D, viewport }).promise
parentPort?.postMessage(await canvas.encode('png'))
