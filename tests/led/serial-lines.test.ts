import { SerialPortMock } from 'serialport'
import { describe, expect, test } from 'vitest'
import { fakeBxk, fakeStrip } from '../../gateway/devices/fake/led/fake-word-cards.ts'
import { bxkDriver } from '../../gateway/devices/led/bxk/bxk-driver.ts'
import { parseLocalTime } from '../../gateway/devices/led/local-time.ts'
import { type CardState, superviseCard } from '../../gateway/devices/led/supervise-card.ts'
import { templateDriver } from '../../gateway/devices/led/template/template-driver.ts'
import { serialLink } from '../../gateway/devices/serial-link.ts'
import { stripFrame } from '../../gateway/contract/strip-frame.ts'
import { ledCardLinks } from '../../gateway/outputs/open-led-card.ts'
import { TIMES, closing, order, until } from '../support/panel-run.ts'

const frame = stripFrame.parse([
  { part: 'bytes', hex: '3A' },
  { part: 'number', of: 'address', bytes: 1 },
  { part: 'text', bytes: 5 },
  { part: 'checksum', kind: 'crc16-modbus', order: 'low-first' },
])
test('LS2 strips on a serial line: the frame of the description, and only the strip with this address takes it', async () => {
  SerialPortMock.binding.createPort('/dev/ttyStrip', { echo: false, record: false })
  const strips = [3, 4].map((address) => fakeStrip({ width: 64, height: 16, frame, address }))
  const feeds = strips.map((strip) => strip.attend(() => {}, { refuses: () => false, isChatty: () => false }))
  const open = async () => {
    const link = await serialLink(new SerialPortMock({ path: '/dev/ttyStrip', baudRate: 9_600, autoOpen: false }))
    const write = async (bytes: Uint8Array): Promise<void> => {
      await link?.write(bytes)
      for (const feed of feeds) feed(bytes)
    }
    return link && { ...link, write }
  }
  const card = superviseCard(
    {
      open,
      driver: templateDriver(frame, 4),
      wanted: () => ({ on: true, percent: null }),
      localTime: () => parseLocalTime('2026-11-23T11:46:09'),
      onState: () => {},
    },
    TIMES,
  )
  closing.push(() => card.stop())
  card.show(order(64, 16, 'single', 'B007'), 'now')
  await until(() => strips[1]?.number() !== '')
  expect(strips.map((strip) => strip.number())).toEqual(['', 'B007'])
})

describe('font cards on one serial line', () => {
  /** Two cards behind one port; whoever speaks while another is being asked or answers spoils both. */
  async function bus(path: string, second: 'well' | 'dead') {
    SerialPortMock.binding.createPort(path, { echo: false, record: false })
    const cards = [3, 4].map((address) => fakeBxk({ width: 128, height: 16, model: '5K', address }))
    let opened = 0
    let listening = 0
    let clashes = 0
    let busy = false
    const openPort = async (at: string, baudRate: number) => {
      opened += 1
      const link = await serialLink(new SerialPortMock({ path: at, baudRate, autoOpen: false }))
      if (!link) return null
      const hearers: ((bytes: Uint8Array) => void)[] = []
      const feeds = cards.map((card, nth) =>
        card.attend(
          (answer) =>
            setTimeout(() => {
              busy = false
              if (nth === 0 || second === 'well') for (const hear of hearers) hear(answer)
            }, 15),
          { refuses: () => false, isChatty: () => false },
        ),
      )
      return {
        ...link,
        onData(hear: (bytes: Uint8Array) => void) {
          hearers.push(hear)
          listening += 1
          return () => {
            listening -= 1
            hearers.splice(hearers.indexOf(hear), 1)
          }
        },
        write: async (bytes: Uint8Array) => {
          if (busy) clashes += 1
          busy = true
          await link.write(bytes)
          for (const feed of feeds) feed(bytes)
        },
      }
    }
    const open = ledCardLinks(() => 0, openPort)
    const states: CardState[][] = [[], []]
    const supervised = [3, 4].map((address, nth) => {
      const card = superviseCard(
        {
          open: () => open(`W${address}`, { kind: 'serial', path, baudRate: 9_600 }),
          driver: bxkDriver(128, 16, '5K', address),
          wanted: () => ({ on: true, percent: null }),
          localTime: () => parseLocalTime('2026-11-23T11:46:09'),
          onState: (state) => states[nth]?.push(state),
        },
        TIMES,
      )
      closing.push(() => card.stop())
      return card
    })
    return { cards, supervised, states, opened: () => opened, clashes: () => clashes, listening: () => listening }
  }
  test('LS7 each is asked by its address, one question with its answer at a time, through one open port', async () => {
    const { cards, supervised, opened, clashes } = await bus('/dev/ttyBus', 'well')
    for (let nth = 1; nth <= 5; nth += 1)
      for (const [at, card] of supervised.entries())
        card.show(order(128, 16, 'single', `${at === 0 ? 'A' : 'B'}00${nth}`), 'now')
    await until(() => cards[0]?.texts()[0] === '请A005到12号窗口' && cards[1]?.texts()[0] === '请B005到12号窗口')
    expect([opened(), clashes()]).toEqual([1, 0])
  })
  test('LS7 a dead one is told as a fault, the other goes on', async () => {
    const { cards, supervised, states, listening } = await bus('/dev/ttyBusDead', 'dead')
    await until(() => states[1]?.some(({ state }) => state === 'fault') ?? false)
    for (let nth = 1; nth <= 3; nth += 1) {
      supervised[0]?.show(order(128, 16, 'single', `A00${nth}`), 'now')
      await until(() => cards[0]?.texts()[0] === `请A00${nth}到12号窗口`)
    }
    expect(states[0]?.every(({ state }) => state === 'ok')).toBe(true)
    // The dead one is tried again and again; what it listened with goes each time.
    await until(() => (states[1]?.length ?? 0) > 4)
    expect(listening()).toBeLessThanOrEqual(2)
  })
})
