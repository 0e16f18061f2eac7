import { type AddressInfo, type Socket, createServer } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { linkOver, serveLink } from '../../gateway/agent/carry-link.ts'
import { type Multiplex, multiplex } from '../../gateway/agent/multiplex.ts'
import type { Link } from '../../gateway/devices/link.ts'
import type { CardDriver } from '../../gateway/devices/led/card-driver.ts'
import { parseLocalTime } from '../../gateway/devices/led/local-time.ts'
import { superviseCard } from '../../gateway/devices/led/supervise-card.ts'
import { receiptPrinter } from '../../gateway/devices/printer/receipt-printer.ts'
import { openTcp } from '../../gateway/devices/tcp-link.ts'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** More than all buffers between two sockets of this computer hold. */
const MUCH = 32 * 1024 * 1024

/** A device that takes nothing until it is told to, as one at the end of a line that is cut. */
async function deafServer() {
  let taken = 0
  let client: Socket | null = null
  let isOver = false
  const server = createServer((socket) => {
    client = socket
    socket.on('error', () => {}).on('close', () => (isOver = true))
    socket.pause()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  closing.push(() => server.close())
  return {
    port: (server.address() as AddressInfo).port,
    hear: () => client?.on('data', (bytes) => (taken += bytes.length)).resume(),
    taken: () => taken,
    isOver: () => isOver,
  }
}

test.each(['close', 'reset'] as const)('D38 what a link still holds when it is left: %s', async (leaving) => {
  const device = await deafServer()
  const link = await openTcp('127.0.0.1', device.port, 1_000)
  const writing = link?.write(new Uint8Array(MUCH)).catch(() => {})
  await new Promise((done) => setTimeout(done, 50))
  link?.[leaving]()
  device.hear()
  await expect.poll(device.isOver, { timeout: 20_000 }).toBe(true)
  await writing
  if (leaving === 'close') expect(device.taken()).toBe(MUCH)
  else expect(device.taken()).toBeLessThan(MUCH)
})

/** A printer whose answer to the slip the test decides; tells how its link was left. */
function watched(answer: number | null) {
  const left: string[] = []
  let tell = (_: Uint8Array): void => {}
  const link: Link = {
    write: async (bytes) => {
      if (bytes[0] === 0x10 && bytes.length === 3) tell(Uint8Array.of(0x12))
      if (bytes[0] === 0x1d && answer !== null) tell(Uint8Array.of(answer))
    },
    onData: (listener) => {
      tell = listener
      return () => {}
    },
    onClose: () => () => {},
    close: () => void left.push('closed'),
    reset: () => void left.push('reset'),
  }
  const times = { answerMs: 30, slipMs: 120, reconnectMs: 0 }
  return { left, printer: receiptPrinter(async () => link, 'receipt', times, true) }
}
const slip = async (): Promise<Uint8Array> => Uint8Array.of(0x0a)
const ready = async (): Promise<void> => {}

test('D38 the link is closed gently after the proof, and reset after a slip that nobody knows of', async () => {
  const proved = watched(0x00)
  expect((await proved.printer.print(slip, ready)).outcome).toBe('printed')
  expect(proved.left).toEqual(['closed'])
  const silent = watched(null)
  expect((await silent.printer.print(slip, ready)).outcome).toBe('unknown')
  expect(silent.left).toEqual(['reset'])
  const ended = watched(0x0c)
  expect((await ended.printer.print(slip, ready)).fault).toBe('paper-out')
  expect(ended.left).toEqual(['reset'])
})

test('D38 a panel’s link is reset when the card fell silent, and closed gently when the gateway stops', async () => {
  const left: string[] = []
  let isSilent = true
  const driver: CardDriver = {
    reader: () => () => {},
    greet: async () => (isSilent ? { kind: 'gone' } : null),
    show: async () => null,
    loopMs: () => 0,
    power: async () => null,
    brightness: async () => null,
    clock: async () => null,
  }
  const states: string[] = []
  const card = superviseCard(
    {
      open: async () => ({
        write: async () => {},
        onData: () => () => {},
        onClose: () => () => {},
        close: () => void left.push('closed'),
        reset: () => void left.push('reset'),
      }),
      driver,
      wanted: () => ({ on: true, percent: null }),
      localTime: () => parseLocalTime('2026-11-23T11:46:09'),
      onState: ({ state }) => states.push(state),
    },
    { answerMs: 50, pauseMs: 10, mostPauseMs: 10, againMs: 60_000, clockMs: 60_000 },
  )
  await expect.poll(() => left.length).toBeGreaterThan(0)
  expect(new Set(left)).toEqual(new Set(['reset']))
  isSilent = false
  await expect.poll(() => states.at(-1)).toBe('ok')
  await card.stop()
  expect(left.at(-1)).toBe('closed')
})

/** Both ends of an agent's line, joined by hand; `ends.there` is the agent's. */
function line() {
  const ends: { here: Multiplex; there: Multiplex } = {
    here: multiplex({
      sendText: (message) =>
        message.type === 'closed'
          ? ends.there.hearClosed(message.channel, message.reset)
          : ends.there.hearTook(message.channel, message.packets),
      sendBinary: (frame) => ends.there.hearBinary(frame),
    }),
    there: multiplex({
      sendText: (message) =>
        message.type === 'closed'
          ? ends.here.hearClosed(message.channel, message.reset)
          : ends.here.hearTook(message.channel, message.packets),
      sendBinary: (frame) => ends.here.hearBinary(frame),
    }),
  }
  return ends
}

test.each([
  ['closed gently by the gateway', 'closed'],
  ['reset by the gateway', 'reset'],
  ['lost, line and all', 'reset'],
] as const)('D38 over an agent: a channel that is %s leaves its device %s', (how, wanted) => {
  const ends = line()
  const left: string[] = []
  const there = ends.there.open(1)
  const here = ends.here.open(1)
  if (!there || !here) throw new Error('no channel')
  serveLink(
    {
      write: async () => {},
      onData: () => () => {},
      onClose: () => () => {},
      close: () => void left.push('closed'),
      reset: () => void left.push('reset'),
    },
    there,
  )
  const link = linkOver(here)
  if (how.startsWith('closed')) link.close()
  else if (how.startsWith('reset')) link.reset()
  else ends.there.end()
  expect(left).toEqual([wanted])
})
