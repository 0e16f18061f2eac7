import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { readHall } from '../../gateway/config.ts'
import type { SlipView } from '../../gateway/contract/view-parts.ts'
import { buildHallModel } from '../../gateway/domain/hall-model.ts'
import { emptyOffice } from '../../gateway/domain/office-state.ts'
import { terminalView } from '../../gateway/views/terminal-view.ts'
import { facts } from '../../kiosk/terminal/hall-facts.ts'
import { nearestPrinter, slipPlace, wayInWords } from '../../kiosk/terminal/slip-place.ts'
import { readAt } from '../support/read-view.ts'

const read = readHall(join(import.meta.dirname, '../../assets/sample-hall'))
if (!read.ok) throw new Error('the sample hall has faults')
const hallModel = buildHallModel(read.hall, [], true)
const shownAt = (id: string) => {
  const view = terminalView(readAt(hallModel, emptyOffice(), Date.UTC(2026, 2, 18, 2)), id)
  if (!view) throw new Error(`no terminal ${id}`)
  return view
}
const slip = (printerId: string | null): SlipView => ({ state: 'printed', printerId, copy: 2, fault: null })
beforeAll(() => {
  const { floors, plan } = read.hall
  facts.value = { ...facts.value, floors, plan }
})

test('CL9 paper of the own printer is here; of another one it is at the nearest terminal that has it, or at the desk', () => {
  const k2 = shownAt('K2')
  expect(slipPlace(slip('PR1'), k2, false)).toBe('here')
  expect(slipPlace(slip(null), k2, false)).toBe('here')
  expect(slipPlace(slip('PR4'), k2, false)).toBe('desk')
  // K3, K4 and K5 share a printer: K3 is the nearest of K2.
  expect(slipPlace(slip('PR2'), k2, false)).toMatchObject({ terminalId: 'K3' })
  expect(slipPlace(slip('PR2'), shownAt('K6'), false)).toMatchObject({ floor: '1' })
})

test('CL9 the screen says how far the other machine is and which way', () => {
  const k2 = shownAt('K2')
  const there = slipPlace(slip('PR2'), k2, false)
  if (typeof there === 'string') throw new Error(`the paper is ${there}`)
  expect(wayInWords(k2.terminal, there, false)).toMatch(/^1 楼 B 区，往(左|右|前)走约 \d+ 米$/)
  // A place that the plan does not know is told without a way.
  expect(wayInWords(k2.terminal, { ...there, terminalId: 'K99' }, false)).toBe('1 楼 B 区')
})

test('CL9 of several machines that print the nearest is offered', () => {
  const k6 = shownAt('K6')
  const otherPrinters = [
    { terminalId: 'K1', printerId: 'PR1' },
    { terminalId: 'K5', printerId: 'PR2' },
  ]
  const near = nearestPrinter({ ...shownAt('K5'), otherPrinters: otherPrinters.slice(0, 1) }, false)
  expect(near?.terminalId).toBe('K2')
  expect(nearestPrinter({ ...k6, otherPrinters }, false)?.floor).toBe('1')
  expect(nearestPrinter({ ...k6, otherPrinters: [] }, false)).toBeNull()
})
