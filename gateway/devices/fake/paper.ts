import type { Canvas, SKRSContext2D } from '@napi-rs/canvas'
import QRCode from 'qrcode'
import { slipFont } from '../printer/slip-fonts.ts'
import { createCanvas } from '../canvas.ts'

/** A strip of paper that grows downwards: what the simulated printer's head has burnt so far. */
export function openPaper(width: number) {
  let canvas: Canvas | null = null
  let y = 0
  /** Most who call only ask how it is: the sheet is made when something is burnt. */
  const head = (): SKRSContext2D => {
    if (canvas) return canvas.getContext('2d')
    canvas = createCanvas(width, 3000)
    const pen = canvas.getContext('2d')
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, width, 3000)
    pen.fillStyle = '#000'
    return pen
  }
  return {
    /** One band of GS v 0, dot for dot. */
    burn(stride: number, rows: number, bits: Uint8Array): void {
      const pen = head()
      for (let row = 0; row < rows; row += 1) {
        for (let dot = 0; dot < stride * 8; dot += 1) {
          if ((bits[row * stride + (dot >> 3)] ?? 0) & (0x80 >> (dot & 7))) pen.fillRect(dot, y + row, 1, 1)
        }
      }
      y += rows
    },
    line(words: string, { times, bold, centre }: { times: number; bold: boolean; centre: boolean }): void {
      const dots = 24 * times
      const pen = head()
      pen.font = `${dots}px ${slipFont(bold ? 'bold' : 'regular')}`
      pen.fillText(words, centre ? (width - pen.measureText(words).width) / 2 : 0, y + dots)
      y += dots * 1.25
    },
    qr(content: string, module: number): void {
      const pen = head()
      const { modules } = QRCode.create(content, { errorCorrectionLevel: 'M' })
      const left = Math.floor((width - modules.size * module) / 2)
      for (let row = 0; row < modules.size; row += 1)
        for (let column = 0; column < modules.size; column += 1)
          if (modules.get(row, column)) pen.fillRect(left + column * module, y + row * module, module, module)
      y += modules.size * module + 8
    },
    feed(dots: number): void {
      y += dots
    },
    /** Cuts: the piece as PNG, and a new edge. */
    cut(): Buffer {
      const piece = createCanvas(width, Math.max(8, Math.ceil(y)))
      head()
      if (canvas) piece.getContext('2d').drawImage(canvas, 0, 0)
      const png = piece.toBuffer('image/png')
      canvas = null
      y = 0
      return png
    },
  }
}
export type Paper = ReturnType<typeof openPaper>
