import { expect, test } from 'vitest'
import type { DeviceView } from '../../gateway/contract/device-view.ts'
import { buildHouse } from '../../gateway/domain/house.ts'
import { emptyOffice } from '../../gateway/domain/office-state.ts'
import { momentIn } from '../../gateway/clock.ts'
import { terminalView } from '../../gateway/views/staff-views.ts'
import { tinyHouse } from '../support/tiny-hall.ts'

const tiny = tinyHouse()
const house = (fallback: string | null) =>
  buildHouse({ ...tiny.hall, printers: tiny.hall.printers.map((one) => (one.id === 'PR1' ? { ...one, fallback } : one)) }, [...tiny.matters.values()], true)
const device = (id: string, state: DeviceView['state'], fault: DeviceView['fault']): DeviceView => ({
  ...{ id, kind: 'printer', name: id, state, since: 0, word: '', todo: null, fault },
})
const paused = (fallback: string | null, devices: DeviceView[]): boolean | undefined =>
  terminalView(house(fallback), emptyOffice(), 'K1', devices, momentIn('Asia/Shanghai')())?.printer?.paused

test('K18 printing is paused while the printer cannot print and no other stands in', () => {
  expect(paused(null, [device('PR1', 'ok', null)])).toBe(false)
  expect(paused(null, [device('PR1', 'warning', null)])).toBe(false)
  expect(paused(null, [device('PR1', 'fault', 'paper-out')])).toBe(true)
  expect(paused(null, [device('PR1', 'unknown', 'mute')])).toBe(true)
  expect(paused(null, [device('PR1', 'unknown', null)])).toBe(false)
  expect(paused('PR2', [device('PR1', 'fault', 'offline'), device('PR2', 'ok', null)])).toBe(false)
  expect(paused('PR2', [device('PR1', 'fault', 'offline'), device('PR2', 'fault', 'paper-out')])).toBe(true)
})
