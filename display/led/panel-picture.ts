import type { PanelView } from '../../gateway/contract/views.ts'
import { font16 } from './font-16.ts'

/** One byte a dot: 0 dark, 1 lit. */
export interface PanelPicture {
  width: number
  height: number
  dots: Uint8Array
}

const LINE = 16
const RECENT_MS = 60_000
const PAGE_MS = 3_000

const widthOf = (text: string): number => [...text].reduce((sum, character) => sum + (font16.get(character) ?? font16.get('?') ?? '').length / 4, 0)

/** What a panel says now: the newest call for a minute, else a welcome. On one line where it fits, else on two, else one after the other. */
export function panelLines({ panel, calls, waiting }: PanelView, now: number): string[] {
  const call = calls[0]
  const words = call && now - call.calledAt < RECENT_MS ? [`${call.number}`, `请到${call.counterId}号窗口`] : ['欢迎光临', `等候${waiting}人`]
  const together = words.join(' ')
  if (widthOf(together) <= panel.width) return [together]
  return panel.height >= 2 * LINE ? words : words.slice(Math.floor(now / PAGE_MS) % 2).slice(0, 1)
}

/** Pure: the same dots for the page and for the card on the wall. */
export function panelPicture(view: PanelView, now: number): PanelPicture {
  const { width, height } = view.panel
  const picture: PanelPicture = { width, height, dots: new Uint8Array(width * height) }
  const lines = panelLines(view, now)
  const top = Math.max(0, Math.floor((height - lines.length * LINE) / 2))
  for (const [nth, line] of lines.entries()) setLine(picture, line, Math.max(0, Math.floor((width - widthOf(line)) / 2)), top + nth * LINE)
  return picture
}

function setLine({ width, height, dots }: PanelPicture, line: string, left: number, top: number): void {
  let x = left
  for (const character of line) {
    const glyph = font16.get(character) ?? font16.get('?') ?? ''
    const digits = glyph.length / LINE
    for (let row = 0; row < LINE && top + row < height; row += 1) {
      const bits = Number.parseInt(glyph.slice(row * digits, (row + 1) * digits), 16)
      for (let column = 0; column < digits * 4; column += 1) {
        if (bits & (1 << (digits * 4 - 1 - column)) && x + column < width) dots[(top + row) * width + x + column] = 1
      }
    }
    x += digits * 4
  }
}
