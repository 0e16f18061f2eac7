import { type AddressInfo, type Socket, createServer } from 'node:net'
import { type Paper, openPaper } from './paper.ts'
import { readEscpos } from './read-escpos.ts'
import { type StandingHead, standingHead } from './standing-head.ts'
import { after, pause } from '../../time.ts'

export const fakeFaults = [
  'paper-out',
  'cover-open',
  'cutter-jam',
  'near-end',
  'offline',
  'mute',
  'slow',
  'garbage',
] as const
export type FakeFault = (typeof fakeFaults)[number]

/**
 * Bad habits of real printers, beside what can go wrong with them. `one-client`: while somebody is connected, and for 60 ms after,
 * everybody else is refused. `no-proof`: it tells how it is and never answers GS r.
 */
export type PrinterHabit = 'one-client' | 'no-proof'

export interface FakePrinter {
  readonly port: number
  /** Slips cut since the start. */
  readonly printed: number
  /** The last slips as PNG, oldest first. */
  readonly slips: readonly Buffer[]
  /** Commands that a plain printer would not know. */
  readonly unknown: readonly string[]
  readonly faults: ReadonlySet<FakeFault>
  set(fault: FakeFault, on: boolean): void
  /** Loads a roll that gives so many slips; `warning` of them after the near-end sensor. null = a roll without end. */
  load(roll: { slips: number; warning: number } | null): void
  /** Cuts the cable after so many more bytes; null = never. */
  cutCableAfter(bytes: number | null): void
  /** After so many more bytes the paper ends or the cover is opened: the head stands still until that is mended, then goes on. */
  stopAfter(bytes: number, fault: 'paper-out' | 'cover-open'): void
  onSlip(listener: () => void): void
  close(): Promise<void>
}

const SLIPS_KEPT = 20
/** What a slow printer takes at a time: a slip of 60 kB needs some seconds. */
const SLOW_BYTES = 4_096
const SLOW_MS = 100
const REFUSES_MS = 60

/**
 * A ticket printer behind a real TCP socket: parses our bytes, draws the paper, answers for itself, fails at a word. It serves
 * one client at a time, as printers do; whoever comes second waits and hears nothing.
 */
export async function startFakePrinter({
  port,
  width,
  habits = [],
  openPaper: paperOf = openPaper,
}: {
  port: number
  width: number
  habits?: readonly PrinterHabit[]
  /** Other paper than the one that is drawn on, for tests that need many slips and no picture. */
  openPaper?: (width: number) => Paper
}): Promise<FakePrinter> {
  const faults = new Set<FakeFault>()
  const slips: Buffer[] = []
  const unknown: string[] = []
  const sockets = new Set<Socket>()
  let onSlip = (): void => {}
  let printed = 0
  let cable: number | null = null
  let stop: { bytes: number; fault: 'paper-out' | 'cover-open' } | null = null
  const heads = new Set<StandingHead>()
  let isStanding = false
  let isClosed = false
  let free: Promise<void> = Promise.resolve()
  let roll: { slips: number; warning: number } | null = null
  const on = (fault: FakeFault, bit: number): number => (faults.has(fault) ? bit : 0)
  const answers = {
    1: () => 0x12 | on('cover-open', 0x08) | on('paper-out', 0x08),
    2: () => 0x12 | on('cover-open', 0x04) | on('paper-out', 0x20),
    3: () => 0x12 | on('cutter-jam', 0x08),
    4: () => 0x12 | on('paper-out', 0x60) | on('near-end', 0x0c),
    receipt: () => on('paper-out', 0x0c) | on('near-end', 0x03),
  }
  function set(fault: FakeFault, isOn: boolean): void {
    if (isOn) faults.add(fault)
    else faults.delete(fault)
    if (isStanding && !faults.has('paper-out') && !faults.has('cover-open')) {
      isStanding = false
      for (const head of heads) head.goOn()
      heads.clear()
    }
    if (fault !== 'offline') return
    if (isOn) {
      server.close()
      for (const socket of sockets) socket.destroy()
    } else if (!server.listening) void listen(bound)
  }
  function admitSoon(): void {
    after(REFUSES_MS, () => {
      if (!server.listening && sockets.size === 0 && !faults.has('offline') && !isClosed) void listen(bound)
    })
  }
  function useRoll(): void {
    if (!roll) return
    roll.slips -= 1
    set('near-end', roll.slips <= roll.warning)
    set('paper-out', roll.slips <= 0)
  }

  const server = createServer((socket) => {
    socket.on('error', () => {})
    sockets.add(socket)
    if (habits.includes('one-client')) {
      server.close()
      socket.on('close', admitSoon)
    }
    const left = new Promise<void>((done) => socket.once('close', () => done()))
    socket.on('close', () => sockets.delete(socket))
    const paper = paperOf(width)
    const statusOf = (question: 1 | 2 | 3 | 4 | 'receipt'): number | null =>
      faults.has('mute') || (question === 'receipt' && habits.includes('no-proof'))
        ? null
        : faults.has('garbage')
          ? 0xa5
          : answers[question]()
    const reader = readEscpos(paper, {
      say: (byte) => void socket.write(Uint8Array.of(byte)),
      status: statusOf,
      unknown: (command) => void unknown.push(command),
      cut() {
        slips.push(paper.cut())
        if (slips.length > SLIPS_KEPT) slips.shift()
        printed += 1
        useRoll()
        onSlip()
      },
    })
    const head = standingHead(
      () => isStanding,
      (bytes) => reader.feed(bytes),
      (question) => {
        const byte = statusOf(question)
        if (byte !== null) socket.write(Uint8Array.of(byte))
      },
    )
    function take(bytes: Buffer): void {
      if (stop !== null) {
        stop.bytes -= bytes.length
        if (stop.bytes <= 0) {
          const { bytes: beyond, fault } = stop
          stop = null
          head.feed(bytes.subarray(0, bytes.length + beyond))
          isStanding = true
          heads.add(head)
          set(fault, true)
          return head.feed(bytes.subarray(bytes.length + beyond))
        }
      }
      if (cable !== null) {
        cable -= bytes.length
        if (cable <= 0) {
          head.feed(bytes.subarray(0, bytes.length + cable))
          cable = null
          socket.resetAndDestroy()
          return
        }
      }
      head.feed(bytes)
    }
    async function takeSlowly(bytes: Buffer): Promise<void> {
      socket.pause()
      for (let at = 0; at < bytes.length && !socket.destroyed; at += SLOW_BYTES) {
        if (bytes.length > SLOW_BYTES) await pause(SLOW_MS)
        take(bytes.subarray(at, at + SLOW_BYTES))
      }
      socket.resume()
    }
    socket.pause()
    void free.then(() =>
      socket.on('data', (bytes) => (faults.has('slow') ? void takeSlowly(bytes) : take(bytes))).resume(),
    )
    free = free.then(() => left)
  })
  const listen = (at: number): Promise<void> => new Promise((done) => server.listen(at, '127.0.0.1', done))
  await listen(port)
  const bound = (server.address() as AddressInfo).port

  return {
    port: bound,
    slips,
    unknown,
    faults,
    get printed() {
      return printed
    },
    set,
    load(next) {
      roll = next && { ...next }
      set('paper-out', false)
      set('near-end', roll !== null && roll.slips <= roll.warning)
    },
    cutCableAfter: (bytes) => void (cable = bytes),
    stopAfter: (bytes, fault) => void (stop = { bytes, fault }),
    onSlip: (listener) => void (onSlip = listener),
    close: () =>
      new Promise((done) => {
        isClosed = true
        for (const socket of sockets) socket.destroy()
        server.close(() => done())
        if (!server.listening) done()
      }),
  }
}
