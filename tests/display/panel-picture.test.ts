import { describe, expect, test } from 'vitest'
import { font16 } from '../../display/led/font-16.ts'
import { type PanelPicture, panelLines, panelPicture } from '../../display/led/panel-picture.ts'
import { NOW, call, panel } from '../fixtures/views/display.ts'

const drawn = ({ width, height, dots }: PanelPicture): string =>
  Array.from({ length: height }, (_, row) =>
    Array.from(dots.slice(row * width, (row + 1) * width), (dot) => (dot ? '#' : '.'))
      .join('')
      .replace(/\.+$/, ''),
  ).join('\n')
const sized = (width: number, height: number) => ({ ...panel, panel: { id: 'P1', width, height } })

describe('LED panel', () => {
  test('DL1 the newest call stands for a minute, then the welcome', () => {
    expect(panelLines(panel, NOW)).toEqual(['A042', '请到12号窗口'])
    expect(panelLines(panel, NOW + 55_999)).toEqual(['A042', '请到12号窗口'])
    expect(panelLines(panel, NOW + 56_000)).toEqual(['欢迎光临', '等候51人'])
    expect(panelLines({ ...panel, calls: [] }, NOW)).toEqual(['欢迎光临', '等候51人'])
  })
  test('DL2 one line where it fits, two where the panel is high, else in turns', () => {
    expect(panelLines(sized(256, 32), NOW)).toEqual(['A042 请到12号窗口'])
    expect(panelLines(sized(128, 32), NOW)).toEqual(['A042', '请到12号窗口'])
    const low = sized(128, 16)
    const shown = new Set([0, 3_000, 6_000, 9_000].map((later) => panelLines(low, NOW + later).join('|')))
    expect(shown).toEqual(new Set(['A042', '请到12号窗口']))
  })
  test('DL2 the longest number and counter fit a panel of 128 dots', () => {
    const long = { ...panel, calls: [call({ number: 'A1000', counterId: '126' })], waiting: 999 }
    const { width, height, dots } = panelPicture(long, NOW)
    const edge = Array.from({ length: height }, (_, row) => [dots[row * width], dots[row * width + width - 1]]).flat()
    expect(edge.every((dot) => dot === 0)).toBe(true)
  })
  test('DL3 every character that the panel can show has a glyph of 16 rows', () => {
    const needed = new Set('ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 请到号窗口欢迎光临等候人楼区')
    expect([...needed].filter((character) => ![32, 64].includes(font16.get(character)?.length ?? 0))).toEqual([])
  })
  test('DL4 the dots of a call', () => {
    const picture = panelPicture(panel, NOW)
    expect(picture.dots).toHaveLength(128 * 32)
    expect(drawn(picture)).toMatchSnapshot()
  })
})
