import type { Screen } from './hall.ts'
import type { WallLayout } from './wall-layout.ts'

/** Height of a capital or a numeral of the wall's face by its size. */
const CAPITAL = 0.714
/** A row is a little higher than its number; the row that is called now stands out by so much more. */
export const ROW = 1.083
export const CURRENT_MORE = 60
export const ROW_GAP = 16
/** A row of number, arrow, counter of three figures and the small words, by the number's size; and its edges. */
const ROW_WIDTH = 6.22
const ROW_EDGES = 104

/**
 * The least height of a capital letter, in mm, at a distance: ADA 2010, table 703.5.5, for signs whose text stands 1,780–3,050 mm above the floor
 * (51 mm up to 4,570 mm, then 3.2 mm for each further 305 mm).
 */
export const capitalMm = (distanceM: number): number => 51 + (Math.max(0, distanceM * 1000 - 4570) / 305) * 3.2

/** The visible area in mm; a size in inches is that of a 16:9 panel. */
export function panelMm(panel: NonNullable<Screen['panel']>): { widthMm: number; heightMm: number } {
  if ('heightMm' in panel) return panel
  const [long, short] = [16, 9].map((side) => (panel.inches * 25.4 * side) / Math.hypot(16, 9)) as [number, number]
  return panel.portrait ? { widthMm: short, heightMm: long } : { widthMm: long, heightMm: short }
}

/** Font size in stage pixels that a number needs to be read at the declared distance; null = no size or distance is declared. */
export function numberPx(
  { panel, distanceM }: Pick<Screen, 'panel' | 'distanceM'>,
  stageHeight: number,
): number | null {
  if (panel === null || distanceM === null) return null
  return (capitalMm(distanceM) / CAPITAL / panelMm(panel).heightMm) * stageHeight
}

/** The height that so many rows take when their numbers have this size. */
const heightOf = (rows: number, px: number, unit: number): number =>
  rows * ROW * px + (CURRENT_MORE + ROW_GAP * (rows - 1)) * unit

/** How many rows stand in one column of the layout's calls: as many as keep their size, at least one, at most eight. */
export function rowsByDistance(layout: WallLayout, px: number): number {
  const [, , , height] = callsBox(layout)
  for (let rows = 8; rows > 1; rows -= 1) if (heightOf(rows, px, layout.unit) <= height + 1) return rows
  return 1
}

/** The size that numbers really get with so many rows: what height and width allow. */
export function numberSize(layout: WallLayout, rows: number): number {
  const [, , width, height] = callsBox(layout)
  const byHeight = (height - (CURRENT_MORE + ROW_GAP * (rows - 1)) * layout.unit) / rows / ROW
  return Math.floor(Math.min(byHeight, (width - ROW_EDGES * layout.unit) / ROW_WIDTH))
}

/** Whether numbers are called in this layout; a wall for supervisors calls none. */
export const hasCalls = ({ zones }: Pick<WallLayout, 'zones'>): boolean => zones.some(({ kind }) => kind === 'calls')

/** One column's box. */
export function callsBox({ zones, unit }: WallLayout): [number, number, number, number] {
  const calls = zones.find(({ kind }) => kind === 'calls')
  if (!calls) throw new Error('a layout without calls')
  const [left, top, width, height] = calls.box
  return [left, top, (width - ROW_GAP * unit * (calls.columns - 1)) / calls.columns, height]
}

export interface WallRows {
  /** In one column. */
  rows: number
  columns: number
  /** Font size of a number in stage pixels. */
  size: number
  /** What the distance asks for; null = nothing declared. */
  needed: number | null
}

const ROWS_WITHOUT_DISTANCE = 4

/** Rows and sizes of a screen in a layout: what the hall folder says, else what the distance asks for. */
export function wallRows(screen: Pick<Screen, 'rows' | 'panel' | 'distanceM'>, layout: WallLayout): WallRows {
  if (!hasCalls(layout)) return { rows: ROWS_WITHOUT_DISTANCE, columns: 1, size: 0, needed: null }
  const needed = numberPx(screen, layout.stage[1])
  const rows = screen.rows ?? (needed === null ? ROWS_WITHOUT_DISTANCE : rowsByDistance(layout, needed))
  return {
    rows,
    columns: layout.zones.find(({ kind }) => kind === 'calls')?.columns ?? 1,
    size: numberSize(layout, rows),
    needed,
  }
}
