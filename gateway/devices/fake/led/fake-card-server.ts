import { type AddressInfo, type Socket, createServer } from 'node:net'
import type { CardFault, CardHabit, CardManner, FakeCard } from './fake-card.ts'
import { after } from '../../../time.ts'

export interface FakeCardServer {
  readonly port: number
  readonly card: FakeCard
  readonly faults: Set<CardFault>
  /** Clients so far. */
  readonly clients: number
  readonly habits: Set<CardHabit>
  set(fault: CardFault, on: boolean): void
  /** Calls with the number of bytes that came over the wire, before the card looks at them. */
  onBytes(listener: (count: number) => void): void
  close(): Promise<void>
}

const SLOW_MS = 400
/** How far into a client's bytes the cable is cut: in the middle of a picture. */
const CUT_AFTER = 150

/** `at`: its port, 0 = any. A control card behind a real TCP socket; can be silent, slow, refuse, cut the link inside a frame, or be away. */
export async function startFakeCard(card: FakeCard, at = 0): Promise<FakeCardServer> {
  const faults = new Set<CardFault>()
  const habits = new Set<CardHabit>()
  const settings: Readonly<Record<string, CardHabit>> = {
    time: 'refuses-clock',
    power: 'refuses-power',
    on: 'refuses-power',
    off: 'refuses-power',
    brightness: 'refuses-brightness',
  }
  const manner: CardManner = {
    refuses(order) {
      const habit = settings[order]
      return faults.has('refuses') || (habit !== undefined && habits.has(habit))
    },
    isChatty: () => habits.has('early-notices'),
  }
  const sockets = new Set<Socket>()
  let clients = 0
  let onBytes: (count: number) => void = () => {}
  const server = createServer((socket) => {
    clients += 1
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
    const say = (bytes: Uint8Array): void => {
      if (faults.has('silent')) return
      if (faults.has('slow')) after(SLOW_MS, () => socket.write(bytes))
      else socket.write(bytes)
    }
    const feed = card.attend(say, manner)
    let taken = 0
    socket.on('data', (bytes) => {
      onBytes(bytes.length)
      if (habits.has('hangs-up')) return void socket.end()
      taken += bytes.length
      if (faults.has('cuts') && taken > CUT_AFTER) {
        feed(bytes.subarray(0, bytes.length >> 1))
        socket.resetAndDestroy()
      } else feed(bytes)
    })
  })
  const listen = (at: number): Promise<void> => new Promise((done) => server.listen(at, '127.0.0.1', done))
  await listen(at)
  const { port } = server.address() as AddressInfo
  return {
    port,
    card,
    faults,
    habits,
    get clients() {
      return clients
    },
    onBytes: (listener) => void (onBytes = listener),
    set(fault, on) {
      if (on) faults.add(fault)
      else faults.delete(fault)
      if (fault !== 'away') return
      if (on) {
        server.close()
        for (const socket of sockets) socket.destroy()
      } else if (!server.listening) void listen(port)
    },
    close: () =>
      new Promise((done) => {
        for (const socket of sockets) socket.destroy()
        if (!server.listening) done()
        else server.close(() => done())
      }),
  }
}
