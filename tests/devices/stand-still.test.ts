import { expect, test } from 'vitest'
import type { HidDevice } from '../../gateway/devices/hid/hid-port.ts'
import { superviseHid } from '../../gateway/devices/hid/supervise-hid.ts'
import { standStill } from '../../gateway/work/stand-still.ts'

test('AG11 what a process hears right after it stood still for longer than an order lives is late, and a second later no more', () => {
  let at = 0
  const still = standStill(10_000, () => at)
  at = 9_999
  expect(still.isJustOver()).toBe(false)
  at += 10_001
  expect(still.isJustOver()).toBe(true)
  at += 999
  expect(still.isJustOver()).toBe(true)
  at += 1
  expect(still.isJustOver()).toBe(false)
  still.stop()
})

test('AG11 who watches over devices hands on what is late as late', async () => {
  const heard: [number, boolean | undefined][] = []
  let say: Parameters<HidDevice['onReport']>[0] = () => {}
  const device: HidDevice = {
    write: async () => {},
    sendFeature: async () => {},
    onReport: (listener) => {
      say = listener
    },
    onGone: () => {},
    close: () => {},
  }
  const info = {
    path: '/dev/x',
    vendorId: 1,
    productId: 2,
    serial: null,
    product: '',
    usagePage: 1,
    usage: 6,
    port: null,
  }
  let plugged: HidDevice | null = null
  const supervision = superviseHid({
    port: { list: async () => [info], open: async () => device, onChange: () => {} },
    wishes: [{ id: 'PD1', exact: 1, fits: () => true }],
    rescanMs: 60_000,
    quickMs: 60_000,
    onPlugged: (_, one) => {
      plugged = one
    },
    onUnplugged: () => {},
    onTrouble: () => {},
    onAlone: () => {},
  })
  await supervision.look()
  const held = plugged as HidDevice | null
  held?.onReport((report, isLate) => void heard.push([report[0] ?? -1, isLate]))
  say(Uint8Array.of(1), true)
  say(Uint8Array.of(2), false)
  expect(heard).toEqual([
    [1, true],
    [2, false],
  ])
  supervision.close()
})
