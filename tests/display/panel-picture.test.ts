import { expect, test } from 'vitest'
import { panelLines, panelPicture } from '../../display/led/panel-picture.ts'
import type { PanelView } from '../../gateway/contract/views.ts'

const view = (calledAt: number | null): PanelView => ({
  panel: { id: 'P1', width: 128, height: 32 },
  calls: calledAt === null ? [] : [{ callId: 'c', number: 'B001', counterId: '126', counterName: '', floor: '1', zone: '1A', calledAt, times: 1 }],
  notices: [],
  waiting: 7,
})

test('V8 a panel shows the newest call for a minute, then the welcome', () => {
  expect(panelLines(view(1_000), 30_000)).toEqual(['B001', '请到126号窗口'])
  expect(panelLines(view(1_000), 62_000)).toEqual(['欢迎光临 等候7人'])
  expect(panelLines(view(null), 0)).toEqual(['欢迎光临 等候7人'])
})

test('V8 the dots are those of the glyphs', () => {
  const { width, dots } = panelPicture(view(1_000), 2_000)
  // The last sign of B001 begins at dot 72 of the first line.
  const one = Array.from({ length: 16 }, (_, y) => [...dots.subarray(y * width + 72, y * width + 80)].map((dot) => (dot === 1 ? '#' : '.')).join('')).filter((row) => row.includes('#'))
  expect(one.join('\n')).toMatchInlineSnapshot(`
    "....#...
    ...##...
    ..#.#...
    ....#...
    ....#...
    ....#...
    ....#...
    ....#...
    ....#...
    ..#####."
  `)
})
