import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type DeviceHall, openDeviceHall } from '../support/open-device-hall.ts'

vi.setConfig({ testTimeout: 90_000, hookTimeout: 60_000 })

let hall: DeviceHall
beforeAll(async () => {
  hall = await openDeviceHall()
  await hall.until(() => hall.view('PR1')?.state === 'ok', 'the printer')
})
afterAll(() => hall?.close())

test('D20 the desk is warned before the paper ends, and from the second roll on it hears how many slips are left', async () => {
  const { fakes, view, take, slipOf, until } = hall
  const printOne = async (): Promise<void> => {
    const ticketId = await take('PR1')
    await until(() => ['printed', 'unknown'].includes(slipOf(ticketId)?.state ?? ''), 'the slip')
  }
  const words: string[] = []
  for (let roll = 0; roll < 2; roll += 1) {
    fakes.PR1.load({ slips: 8, warning: 5 })
    await until(
      () =>
        view('PR1')?.state === 'ok' && (hall.office.state.printers.rolls.get('PR1')?.paper ?? 'enough') === 'enough',
      'a fresh roll',
    )
    for (let slip = 0; slip < 3; slip += 1) await printOne()
    // Said twice: the sensor flickers while the roll turns.
    await until(() => hall.office.state.printers.rolls.get('PR1')?.paper === 'low', 'the near end, written down')
    await until(() => (view('PR1')?.word ?? '').startsWith('纸将用完'), 'the warning')
    if (roll > 0) await until(() => (view('PR1')?.word ?? '').includes('约还能打'), 'the estimate')
    words.push(view('PR1')?.word ?? '')
    for (let slip = 0; slip < 5; slip += 1) await printOne()
    await until(() => hall.office.state.printers.rolls.get('PR1')?.paper === 'out', 'the end')
  }
  // The last slip of a roll comes out, but its proof says that the paper ended: nobody counts on it.
  expect(words[0]).toBe('纸将用完')
  expect(words[1]).toMatch(/^纸将用完，约还能打 [45] 张$/)
  expect(view('PR1')).toMatchObject({ state: 'fault', word: '缺纸' })
})
