import { expect, test } from 'vitest'
import type { DeviceView } from '../../gateway/contract/device-view.ts'
import { buildHallModel } from '../../gateway/domain/hall-model.ts'
import { emptyOffice } from '../../gateway/domain/office-state.ts'
import { terminalView } from '../../gateway/views/terminal-view.ts'
import { liveWith, readAt } from '../support/read-view.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

const tiny = tinyHallModel()
const hallModel = (fallback: string | null) =>
  buildHallModel(
    { ...tiny.hall, printers: tiny.hall.printers.map((one) => (one.id === 'PR1' ? { ...one, fallback } : one)) },
    [...tiny.matters.values()],
    true,
  )
const device = (id: string, state: DeviceView['state'], fault: DeviceView['fault']): DeviceView => ({
  id,
  kind: 'printer',
  name: id,
  state,
  since: 0,
  code: 'ok',
  word: '',
  todo: null,
  fault,
  off: null,
})
const paused = (fallback: string | null, devices: DeviceView[]): boolean | undefined =>
  terminalView(
    readAt(
      hallModel(fallback),
      emptyOffice(),
      0,
      liveWith(() => devices),
    ),
    'K1',
  )?.printer?.paused

test('K18 printing is paused while the printer cannot print and no other stands in', () => {
  expect(paused(null, [device('PR1', 'ok', null)])).toBe(false)
  expect(paused(null, [device('PR1', 'warning', null)])).toBe(false)
  expect(paused(null, [device('PR1', 'fault', 'paper-out')])).toBe(true)
  expect(paused(null, [device('PR1', 'unknown', 'mute')])).toBe(true)
  expect(paused(null, [device('PR1', 'unknown', null)])).toBe(false)
  expect(paused('PR2', [device('PR1', 'fault', 'offline'), device('PR2', 'ok', null)])).toBe(false)
  expect(paused('PR2', [device('PR1', 'fault', 'offline'), device('PR2', 'fault', 'paper-out')])).toBe(true)
})

test('D32 printing is paused at a printer that is switched off, unless another stands in', () => {
  const off = (id: string): DeviceView => ({ ...device(id, 'off', null), off: { at: 0, by: 'guide', reason: null } })
  expect(paused(null, [off('PR1')])).toBe(true)
  expect(paused('PR2', [off('PR1'), device('PR2', 'ok', null)])).toBe(false)
  expect(paused('PR2', [off('PR1'), off('PR2')])).toBe(true)
})
