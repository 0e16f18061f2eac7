import { expect, test } from 'vitest'
import { serveHid } from '../../gateway/agent/carry-hid.ts'
import { serveReader } from '../../gateway/agent/carry-reader.ts'
import { type Channel, WINDOW, multiplex } from '../../gateway/agent/multiplex.ts'
import type { HidDevice } from '../../gateway/devices/hid/hid-port.ts'

/** The agent's end of a line; what goes over it is kept in `sent`. */
function line() {
  const sent: Uint8Array[] = []
  const lanes = multiplex({ sendText: () => {}, sendBinary: (frame) => void sent.push(frame) })
  const channel = lanes.open(1) as Channel
  return { lanes, channel, sent }
}
function pad() {
  let say: (report: Uint8Array) => void = () => {}
  let closed = 0
  const device: HidDevice = {
    write: async () => {},
    sendFeature: async () => {},
    onGone: () => {},
    onReport: (listener) => void (say = listener),
    close: () => void (closed += 1),
  }
  return { device, say: (report: Uint8Array) => say(report), closed: () => closed }
}

test('AG9 what is pressed while the line is down goes nowhere, also not later; the device is let go', async () => {
  const { lanes, channel, sent } = line()
  const { device, say, closed } = pad()
  serveHid(device, channel)
  say(Uint8Array.of(1, 1))
  expect(sent).toHaveLength(1)
  lanes.end()
  expect([closed(), channel.backlog]).toEqual([1, 0])
  say(Uint8Array.of(1, 2))
  lanes.hearTook(1, 1)
  await new Promise((done) => setImmediate(done))
  expect([sent.length, channel.backlog]).toEqual([1, 0])
})

test('AG9 a device that talks without end while nobody takes it is let go instead of kept', () => {
  const { channel, sent } = line()
  const { device, say, closed } = pad()
  serveHid(device, channel)
  for (let nth = 0; nth < 10_000; nth += 1) say(new Uint8Array(64))
  expect(closed()).toBe(1)
  expect(channel.backlog).toBe(0)
  expect(sent.reduce((sum, { length }) => sum + length, 0)).toBeLessThan(3 * WINDOW)
})

test('AG9 the key of the day reaches the driver, and a card leaves as hash, mask and surname', async () => {
  const { lanes, channel, sent } = line()
  let tell: (card: { hash: string; mask: string; surname: string }) => void = () => {}
  const keys: Uint8Array[] = []
  serveReader(
    {
      disarm: () => {},
      onState: () => {},
      onGone: () => {},
      close: () => {},
      arm: (key) => void keys.push(key),
      onCard: (listener) => void (tell = listener),
    },
    channel,
  )
  const order = new TextEncoder().encode(JSON.stringify({ type: 'arm', key: '5a'.repeat(32) }))
  const frame = Uint8Array.of(0, 0, 0, 0, 1, ...order)
  lanes.hearBinary(frame)
  await new Promise((done) => setImmediate(done))
  expect(keys).toEqual([new Uint8Array(32).fill(0x5a)])
  tell({ hash: 'a'.repeat(64), mask: '150102********001X', surname: '张*' })
  const said = JSON.parse(new TextDecoder().decode(sent.at(-1)?.subarray(5))) as { card: object }
  expect(Object.keys(said.card)).toEqual(['hash', 'mask', 'surname'])
})
