import { type AddressInfo, type Socket, createServer } from 'node:net'
import { openPaper } from './paper.ts'
import { readEscpos } from './read-escpos.ts'

export type FakeFault = 'paper-out' | 'cover-open' | 'cutter-jam' | 'near-end' | 'offline' | 'mute'

export interface FakePrinter {
  readonly port: number
  /** Slips cut since the start. */
  readonly printed: number
  /** The last slips as PNG, oldest first. */
  readonly slips: readonly Buffer[]
  /** Commands that a plain printer would not know. */
  readonly strange: readonly string[]
  readonly faults: ReadonlySet<FakeFault>
  set(fault: FakeFault, on: boolean): void
  /** Cuts the cable after so many more bytes; null = never. */
  cutCableAfter(bytes: number | null): void
  onSlip(listener: () => void): void
  close(): Promise<void>
}

const SLIPS_KEPT = 20

/** A ticket printer behind a real TCP socket: parses our bytes, draws the paper, answers for itself, fails at a word. */
export async function startFakePrinter({ port = 0, width = 576 }: { port?: number; width?: number } = {}): Promise<FakePrinter> {
  const faults = new Set<FakeFault>()
  const slips: Buffer[] = []
  const strange: string[] = []
  const sockets = new Set<Socket>()
  let onSlip = (): void => {}
  let printed = 0
  let cable: number | null = null
  const on = (fault: FakeFault, bit: number): number => (faults.has(fault) ? bit : 0)
  const answers = {
    1: () => 0x12 | on('cover-open', 0x08) | on('paper-out', 0x08),
    2: () => 0x12 | on('cover-open', 0x04) | on('paper-out', 0x20),
    3: () => 0x12 | on('cutter-jam', 0x08),
    4: () => 0x12 | on('paper-out', 0x60) | on('near-end', 0x0c),
    receipt: () => on('paper-out', 0x0c) | on('near-end', 0x03),
  }

  const server = createServer((socket) => {
    sockets.add(socket)
    const paper = openPaper(width)
    const reader = readEscpos(paper, {
      say: (byte) => void socket.write(Uint8Array.of(byte)),
      status: (question) => (faults.has('mute') ? null : answers[question]()),
      strange: (command) => void strange.push(command),
      cut() {
        slips.push(paper.cut())
        if (slips.length > SLIPS_KEPT) slips.shift()
        printed += 1
        onSlip()
      },
    })
    socket.on('data', (bytes) => {
      if (cable !== null) {
        cable -= bytes.length
        if (cable <= 0) {
          reader.feed(bytes.subarray(0, bytes.length + cable))
          cable = null
          socket.resetAndDestroy()
          return
        }
      }
      reader.feed(bytes)
    })
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
  })
  const listen = (at: number): Promise<void> => new Promise((done, failed) => server.once('error', failed).listen(at, '127.0.0.1', done))
  await listen(port)
  const bound = (server.address() as AddressInfo).port

  return {
    port: bound,
    slips,
    strange,
    faults,
    get printed() {
      return printed
    },
    set(fault, isOn) {
      if (isOn) faults.add(fault)
      else faults.delete(fault)
      if (fault !== 'offline') return
      if (isOn) {
        server.close()
        for (const socket of sockets) socket.destroy()
      } else if (!server.listening) void listen(bound)
    },
    cutCableAfter: (bytes) => void (cable = bytes),
    onSlip: (listener) => void (onSlip = listener),
    close: () =>
      new Promise((done) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => done())
        if (!server.listening) done()
      }),
  }
}
