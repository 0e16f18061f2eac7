import { expect, test } from 'vitest'
import { LEAST_PANEL_MM } from '../../gateway/contract/terminal-panel.ts'
import { settingHints } from '../../gateway/hall/setting-hints.ts'
import { leavesTrace } from '../../kiosk/terminal/offline/how-to-fetch.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

test('AC5 a panel on which the smallest letters are under 4.8 mm is told, and one more millimetre is not', () => {
  const { hall } = tinyHallModel()
  const hintsAt = (heightMm: number): string[] =>
    settingHints({
      ...hall,
      terminals: hall.terminals.map((one) => ({ ...one, panel: { ...one.panel, heightMm } })),
    }).filter((hint) => hint.includes('毫米'))
  // 28 px of 1,920 by a capital of 0.733: 4.8 mm.
  expect((28 * 0.733 * LEAST_PANEL_MM) / 1920).toBeGreaterThanOrEqual(4.8)
  expect((28 * 0.733 * (LEAST_PANEL_MM - 1)) / 1920).toBeLessThan(4.8)
  expect(hintsAt(LEAST_PANEL_MM - 1)).toHaveLength(hall.terminals.length)
  expect(hintsAt(LEAST_PANEL_MM)).toEqual([])
})

test('AC1 a guide that was looked at gets no place of its own in what a terminal keeps', () => {
  expect(leavesTrace(new URL('http://hall/api/v1/matters/m029'))).toBe(true)
  expect(leavesTrace(new URL('http://hall/api/v1/catalogue'))).toBe(false)
})
