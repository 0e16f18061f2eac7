import { expect, test, vi } from 'vitest'
import { reader as readerShape } from '../../gateway/contract/input-devices.ts'
import type { HidDevice, HidInfo, HidPort } from '../../gateway/devices/hid/hid-port.ts'
import { superviseHid } from '../../gateway/devices/hid/supervise-hid.ts'
import type { IdCardReader, ReaderState } from '../../gateway/devices/reader/id-card-reader.ts'
import type { CardIdentity } from '../../gateway/devices/reader/identity-hash.ts'
import { hearStranger } from '../../gateway/inputs/hear-stranger.ts'
import { openIdReaders } from '../../gateway/inputs/open-id-readers.ts'

const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 5))

/** A HID device at the wire: `say` gives a report, `leave` pulls it out; it goes on talking afterwards, as some do. */
function talkative() {
  const reports: ((report: Uint8Array) => void)[] = []
  const goners: (() => void)[] = []
  const device: HidDevice = {
    write: async () => {},
    sendFeature: async () => {},
    onReport: (listener) => void reports.push(listener),
    onGone: (listener) => void goners.push(listener),
    close: () => {},
  }
  return {
    device,
    say: (...bytes: number[]) => {
      for (const listener of reports) listener(Uint8Array.from(bytes))
    },
    leave: () => {
      for (const listener of goners) listener()
    },
  }
}
const info = (path: string): HidInfo => ({
  path,
  vendorId: 1,
  productId: 2,
  serial: null,
  product: '',
  usagePage: 0xff00,
  usage: 1,
  port: null,
})
function portOf(devices: ReturnType<typeof talkative>[]): HidPort {
  let opened = 0
  return {
    list: async () => [info('/dev/hidraw0')],
    open: async () => devices[opened++]?.device ?? null,
    onChange: () => {},
  }
}

test('D40 a HID device that another one replaced presses nothing any more', async () => {
  const old = talkative()
  const next = talkative()
  const pressed: string[] = []
  const supervised = superviseHid({
    port: portOf([old, next]),
    wishes: [{ id: 'PAD1', exact: 1, fits: () => true }],
    rescanMs: 60_000,
    quickMs: 1,
    onPlugged: (id, device) => device.onReport((report) => pressed.push(`${id} ${report[0]}`)),
    onUnplugged: () => {},
    onTrouble: () => {},
    onAlone: () => {},
  })
  await supervised.look()
  old.say(1)
  old.leave()
  await expect
    .poll(() => {
      next.say(2)
      return pressed.includes('PAD1 2')
    })
    .toBe(true)
  old.say(3)
  supervised.close()
  next.say(4)
  expect(new Set(pressed)).toEqual(new Set(['PAD1 1', 'PAD1 2']))
})

test('D40 a stranger that was let go adds nothing to what the next one says, and does not keep it on', async () => {
  const old = talkative()
  const next = talkative()
  vi.useFakeTimers()
  const port = portOf([old, next])
  const strangers = hearStranger(
    () => port,
    () => 1_000,
  )
  await strangers.hear(null, '/dev/hidraw0')
  old.say(1, 2)
  await strangers.hear(null, '/dev/hidraw0')
  next.say(3, 4)
  old.say(5, 6)
  expect(strangers.now()?.pressed).toEqual(['0304'])
  vi.advanceTimersByTime(50_000)
  old.say(7, 8)
  vi.advanceTimersByTime(11_000)
  expect(strangers.now()).toBeNull()
  vi.useRealTimers()
})

/** ID-card readers that the test speaks for, one after another. */
function benchOfReaders() {
  const made: { card(one: CardIdentity): void; state(one: ReaderState): void; gone(): void }[] = []
  const box = { now: 1_000 }
  const told: string[] = []
  const learnt: string[] = []
  const readers = openIdReaders({
    readers: [readerShape.parse({ id: 'RD1', terminal: 'K1', enabled: true, link: { kind: 'simulated' } })],
    board: { learn: (_, { code }) => void learnt.push(code) },
    open: async () => {
      const cards: ((one: CardIdentity) => void)[] = []
      const states: ((one: ReaderState) => void)[] = []
      const goners: (() => void)[] = []
      made.push({
        card: (one) => cards.forEach((listener) => listener(one)),
        state: (one) => states.forEach((listener) => listener(one)),
        gone: () => goners.forEach((listener) => listener()),
      })
      const reader: IdCardReader = {
        arm: () => {},
        disarm: () => {},
        onCard: (listener) => void cards.push(listener),
        onState: (listener) => void states.push(listener),
        onGone: (listener) => void goners.push(listener),
        close: () => {},
      }
      return reader
    },
    keyOfToday: () => new Uint8Array(32),
    tell: (terminal, signal) => void told.push(`${terminal} ${signal.state}`),
    invalidate: () => {},
    now: () => box.now,
  })
  return { made, readers, box, told, learnt }
}
const CARD: CardIdentity = { hash: 'a'.repeat(64), mask: '150102********123X', surname: '张*' }

test('D40 an ID-card reader that is gone reads nobody, and goes only once', async () => {
  const { made, readers, told, learnt } = benchOfReaders()
  await settled()
  made[0]?.gone()
  made[0]?.gone()
  made[0]?.card(CARD)
  made[0]?.state('mute')
  expect(readers.take('K1')).toBeNull()
  expect(told).toEqual([])
  expect(learnt).toEqual(['ok', 'reader-away'])
  readers.close()
})

test.each([
  [60_000, CARD.hash],
  [60_001, null],
] as const)('RD4 a card that was read %i ms ago is worth %s: then it is nobody’s', async (ms, worth) => {
  const { made, readers, box } = benchOfReaders()
  await settled()
  readers.read('K1')
  made[0]?.card(CARD)
  box.now += ms
  expect(readers.take('K1')).toBe(worth)
  expect(readers.take('K1')).toBeNull()
  readers.close()
})

test('RD4 a card that was read for one visitor is gone when the next one begins', async () => {
  const { made, readers } = benchOfReaders()
  await settled()
  made[0]?.card(CARD)
  expect(readers.read('K1')).toBe(true)
  expect(readers.take('K1')).toBeNull()
  made[0]?.card(CARD)
  readers.stop('K1')
  expect(readers.take('K1')).toBeNull()
  readers.close()
})
