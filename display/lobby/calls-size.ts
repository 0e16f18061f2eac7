import { CURRENT_MORE, ROW, ROW_GAP, callsBox, hasCalls, numberSize } from '../../gateway/contract/rows-by-distance.ts'
import type { WallLayout } from '../../gateway/contract/wall-layout.ts'

/** Size of the numbers and height of a row below the current one, in stage pixels. */
export function callsSize(layout: WallLayout, rows: number): { numberPx: number; rowPx: number } {
  if (!hasCalls(layout)) return { numberPx: 0, rowPx: 0 }
  const [, , , height] = callsBox(layout)
  const fits = (height - (CURRENT_MORE + ROW_GAP * (rows - 1)) * layout.unit) / rows
  const numberPx = numberSize(layout, rows)
  // A row may be a little airier than its number, not a hall.
  return { numberPx, rowPx: Math.floor(Math.min(fits, numberPx * ROW * 1.35)) }
}
