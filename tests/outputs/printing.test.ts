import { afterEach, expect, test } from 'vitest'
import { type PrintingHall, TWO_LOOKS_MS, openPrintingHall } from '../support/open-printing-hall.ts'

let hall: PrintingHall
afterEach(() => hall.close())
const standIn = () =>
  openPrintingHall((printers) =>
    printers.map((one) => (one.id === 'PR1' ? { ...one, fallback: 'PR2', mode: 'text' } : { ...one, mode: 'text' })),
  )
const until = async (check: () => boolean): Promise<void> => {
  while (!check()) await new Promise((done) => setTimeout(done, 10))
}
const slipOf = (ticketId: string) => hall.office.state.line.tickets.get(ticketId)?.slip
const printedBy = () => Object.fromEntries(hall.simulated.papers().map(({ printerId, slips }) => [printerId, slips]))
const switchOff = (deviceId: string) =>
  hall.office.handle({ type: 'switch-device-off', deviceId, reason: '送修' }, '导办台', null)
const switchOn = (deviceId: string) => hall.office.handle({ type: 'switch-device-on', deviceId }, '导办台', null)
const device = (id: string) => hall.board.health().find((one) => one.id === id)

test('D15 while a printer is out of paper its slips come out at the one that stands in, each once', async () => {
  hall = await standIn()
  // Both printers have been looked at once.
  await until(() => device('PR2')?.state === 'ok')
  hall.simulated.setFault('PR1', 'paper-out')
  const tickets = await Promise.all(Array.from({ length: 5 }, () => hall.take()))
  await until(() => tickets.every((id) => slipOf(id)?.state === 'printed'))
  expect(printedBy()).toEqual({ PR1: 0, PR2: 5 })
  expect(slipOf(tickets[0] ?? '')).toEqual({ state: 'printed', printerId: 'PR2', copy: 1, fault: null })
  hall.simulated.setFault('PR1', null)
  await until(() => device('PR1')?.state === 'ok')
  expect(printedBy()).toEqual({ PR1: 0, PR2: 5 })
})

test('D15 when the stand-in is not well either, the slip stays and comes out once', async () => {
  hall = await standIn()
  await until(() => device('PR2')?.state === 'ok')
  hall.simulated.setFault('PR1', 'cover-open')
  hall.simulated.setFault('PR2', 'cover-open')
  await until(() => device('PR2')?.state === 'fault')
  const ticket = await hall.take()
  await until(() => slipOf(ticket)?.state === 'failed')
  hall.simulated.setFault('PR1', null)
  await until(() => slipOf(ticket)?.state === 'printed')
  expect(printedBy()).toEqual({ PR1: 1, PR2: 0 })
})

test('D25 the board says what a printer is, since when, and what to do; each fault counts once', async () => {
  hall = await standIn()
  hall.simulated.setFault('PR1', 'paper-out')
  await until(() => device('PR1')?.state === 'fault')
  const since = device('PR1')?.since
  await new Promise((done) => setTimeout(done, TWO_LOOKS_MS))
  expect(device('PR1')).toMatchObject({ kind: 'printer', word: '缺纸', since, faults: 1 })
  expect(device('PR1')?.todo).toContain('换一卷纸')
  expect(device('PR1')?.history.map(({ word }) => word)).toEqual(['缺纸'])
  hall.simulated.setFault('PR1', null)
  await until(() => device('PR1')?.state === 'ok')
  expect(device('PR1')?.todo).toBeNull()
  expect(device('PR1')?.history.map(({ word }) => word)).toEqual(['缺纸', '正常'])
})

test('D20 the level of the paper is written down, and the board says that it ends', async () => {
  hall = await standIn()
  hall.simulated.setFault('PR1', 'near-end')
  await until(() => hall.office.state.printers.rolls.get('PR1')?.paper === 'low')
  expect(device('PR1')).toMatchObject({ state: 'warning', word: '纸将用完' })
})

test('D24 a test page comes out between the slips, and the board says so', async () => {
  hall = await standIn()
  await until(() => device('PR1')?.state === 'ok')
  await hall.office.handle({ type: 'test-printer', printerId: 'PR1' }, 'guide', null)
  await until(() => device('PR1')?.history.at(-1)?.word === '测试页打好了')
  expect(printedBy()).toEqual({ PR1: 1, PR2: 0 })
  expect(hall.office.state.line.tickets.size).toBe(0)
})

test('D32 slips of a printer that is switched off come out at the one that stands in', async () => {
  hall = await standIn()
  await until(() => device('PR2')?.state === 'ok' && device('PR1')?.state === 'ok')
  await switchOff('PR1')
  expect(device('PR1')).toMatchObject({ state: 'off', off: { by: '导办台', reason: '送修' } })
  const tickets = await Promise.all(Array.from({ length: 3 }, () => hall.take()))
  await until(() => tickets.every((id) => slipOf(id)?.state === 'printed'))
  expect(printedBy()).toEqual({ PR1: 0, PR2: 3 })
  await switchOn('PR1')
  await until(() => device('PR1')?.state === 'ok')
  const after = await hall.take()
  await until(() => slipOf(after)?.state === 'printed')
  expect(printedBy()).toEqual({ PR1: 1, PR2: 3 })
})

test('D32 with nobody to stand in the slips wait, the desk sees them, and each comes out once when the printer is back; it is left alone meanwhile', async () => {
  hall = await openPrintingHall((printers) => printers.map((one) => ({ ...one, mode: 'text' })))
  await until(() => device('PR1')?.state === 'ok')
  await switchOff('PR1')
  hall.simulated.setFault('PR1', 'offline')
  const tickets = [await hall.take(), await hall.take()]
  await until(() => tickets.every((id) => slipOf(id)?.state === 'failed'))
  expect(slipOf(tickets[0] ?? '')?.fault).toBe('switched-off')
  await new Promise((done) => setTimeout(done, TWO_LOOKS_MS))
  expect(device('PR1')).toMatchObject({ state: 'off', faults: 0, lastFault: null })
  hall.simulated.setFault('PR1', null)
  await switchOn('PR1')
  await until(() => tickets.every((id) => slipOf(id)?.state === 'printed'))
  await new Promise((done) => setTimeout(done, TWO_LOOKS_MS))
  expect(printedBy().PR1).toBe(2)
}, 30_000)

test('D32 a stand-in that is switched off stands in for nobody', async () => {
  hall = await standIn()
  await until(() => device('PR2')?.state === 'ok')
  await switchOff('PR2')
  hall.simulated.setFault('PR1', 'cover-open')
  const ticket = await hall.take()
  await until(() => slipOf(ticket)?.state === 'failed')
  await new Promise((done) => setTimeout(done, 300))
  expect(slipOf(ticket)?.printerId).toBe('PR1')
  expect(printedBy()).toEqual({ PR1: 0, PR2: 0 })
})
