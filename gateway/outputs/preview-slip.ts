import type { SlipLayout } from '../contract/slip-layout.ts'
import { layoutIn } from '../contract/slip-words.ts'
import { openPaper } from '../devices/fake/paper.ts'
import { readEscpos } from '../devices/fake/read-escpos.ts'
import { encodeRasterSlip } from '../devices/printer/slip-raster.ts'
import { encodeTextSlip } from '../devices/printer/slip-text.ts'
import type { Slip } from '../devices/printer/slip.ts'

export interface PreviewWish {
  paperMm: 80 | 58
  mode: 'raster' | 'text'
}

/** The bytes of a slip for such a printer, in the slip's language. */
export function slipBytes(slip: Slip, { paperMm, mode }: PreviewWish, layout: SlipLayout): Uint8Array {
  const own = layoutIn(slip.language, layout)
  return mode === 'raster'
    ? encodeRasterSlip(slip, paperMm === 80 ? 576 : 384, own)
    : encodeTextSlip(slip, paperMm === 80 ? 48 : 32, own)
}

/** What comes out of a printer for these bytes, as PNG: read command by command by the simulated printer, not drawn from the layout. */
export function printedPicture(bytes: Uint8Array, paperMm: 80 | 58): Buffer {
  const paper = openPaper(paperMm === 80 ? 576 : 384)
  let picture: Buffer | null = null
  const unknown: string[] = []
  const reader = readEscpos(paper, {
    say: () => {},
    status: () => null,
    cut: () => void (picture = paper.cut()),
    unknown: (command) => void unknown.push(command),
  })
  reader.feed(bytes)
  if (picture === null || unknown.length > 0)
    throw new Error(`a slip that a plain printer would not print: ${unknown.join(', ')}`)
  return picture
}
