import { expect, test } from 'vitest'
import { command } from '../../gateway/contract/commands.ts'
import type { CardSignal } from '../../gateway/contract/signals.ts'
import type { IdCardReader } from '../../gateway/devices/reader/id-card-reader.ts'
import { openIdReaders } from '../../gateway/inputs/open-id-readers.ts'
import { withIdCard } from '../../gateway/inputs/with-id-card.ts'

/** One reader at K1 whose card is laid on by hand, and a clock moved by hand. */
async function kiosk() {
  const clock = { now: 1_000 }
  const told: CardSignal[] = []
  const armed: (Uint8Array | null)[] = []
  let lay: Parameters<IdCardReader['onCard']>[0] = () => {}
  let gone = (): void => {}
  const reader: IdCardReader = {
    arm: (key) => void armed.push(key),
    disarm: () => void armed.push(null),
    onCard: (hear) => {
      lay = hear
    },
    onState: () => {},
    onGone: (hear) => {
      gone = hear
    },
    close: () => {},
  }
  const readers = openIdReaders({
    readers: [
      { id: 'RD1', terminal: 'K1', enabled: true, link: { kind: 'simulated' } },
      { id: 'RD2', terminal: 'K2', enabled: false, link: { kind: 'simulated' } },
    ],
    board: { learn: () => {} },
    open: async () => reader,
    keyOfToday: () => new Uint8Array(32).fill(7),
    tell: (_, signal) => void told.push(signal),
    invalidate: () => {},
    now: () => clock.now,
  })
  await new Promise((done) => setImmediate(done))
  const layOn = (hash: string): void => lay({ hash, mask: '1501***********1234', surname: '乌' })
  return { readers, clock, told, armed, layOn, pull: () => gone() }
}

test('RD4 a card that was read is good for one number at its own terminal, for a minute', async () => {
  const { readers, clock, layOn, told } = await kiosk()
  expect(readers.read('K1')).toBe(true)
  layOn('aa')
  expect(told.at(-1)).toEqual({ type: 'card', state: 'read', mask: '1501***********1234', surname: '乌' })
  expect(readers.take('K2')).toBeNull()
  expect([readers.take('K1'), readers.take('K1')]).toEqual(['aa', null])
  layOn('bb')
  clock.now += 60_000
  expect(readers.take('K1')).toBe('bb')
  layOn('cc')
  clock.now += 60_001
  expect([readers.take('K1'), readers.take('K1')]).toEqual([null, null])
  readers.close()
})

test('RD3 a card that is told after its visitor has gone is nobody’s', async () => {
  const { readers, layOn, told } = await kiosk()
  readers.read('K1')
  readers.stop('K1')
  layOn('aa')
  expect([readers.take('K1'), told]).toEqual([null, []])
  readers.close()
})

test('RD3 whoever begins anew, goes on without, or leaves takes the card away with them', async () => {
  const { readers, layOn, armed } = await kiosk()
  layOn('aa')
  expect(readers.read('K1')).toBe(true)
  expect(readers.take('K1')).toBeNull()
  layOn('bb')
  readers.stop('K1')
  expect(readers.take('K1')).toBeNull()
  expect(armed).toEqual([new Uint8Array(32).fill(7), null])
  layOn('cc')
  readers.close()
  expect(readers.take('K1')).toBeNull()
})

test('RD5 a terminal without a reader, with one that is not enabled or that was pulled out, has none', async () => {
  const { readers, pull } = await kiosk()
  expect([readers.read('K2'), readers.read('K9')]).toEqual([false, false])
  pull()
  expect(readers.read('K1')).toBe(false)
  readers.close()
})

test('RD3 only a terminal’s own wish for a number gets the card that was read there', () => {
  const taken: string[] = []
  const take = (terminalId: string): string => {
    taken.push(terminalId)
    return 'hash'
  }
  const readers = { take }
  const wish = (over: object = {}) =>
    command.parse({ type: 'take-ticket', queueId: 'B', terminalId: 'K1', withCard: true, ...over })
  expect(withIdCard(wish(), ['terminal'], readers)).toEqual({ ...wish(), identity: 'hash' })
  expect(taken).toEqual(['K1'])
  for (const [order, role] of [
    [wish({ withCard: false }), 'terminal'],
    [wish({ terminalId: null }), 'terminal'],
    [wish(), 'guide'],
    [command.parse({ type: 'call-guide', terminalId: 'K1' }), 'terminal'],
  ] as const)
    expect(withIdCard(order, [role], readers)).toBe(order)
  expect(taken).toEqual(['K1'])
})
