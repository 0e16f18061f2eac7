import { LARGEST_PACKET, type PacketKind, decodeFrame, encodeFrame } from './frame.ts'

/** One device over the shared line: packets in order, both ways, each taken before the next window opens. */
export interface Channel {
  /** Resolves when the other side's device took the packet; rejects when the channel or the line is gone. */
  send(bytes: Uint8Array, kind: PacketKind): Promise<void>
  /**
   * One listener; its promise is the sender's permission to go on. A rejection closes the channel. `isLate`: it may have been under way for longer
   * than an order lives.
   */
  onPacket(listener: (bytes: Uint8Array, kind: PacketKind, isLate: boolean) => Promise<void> | void): void
  /** `isReset`: what the device has not taken yet must not come out any more. So it is when the line is lost. */
  onClose(listener: (isReset: boolean) => void): void
  close(): void
  /** As `close`, and what is under way goes nowhere. */
  reset(): void
  /** Bytes that were sent and not taken yet. */
  readonly backlog: number
}
/** The line under it, as both ends have it. */
export interface Wire {
  sendText(
    message: { type: 'took'; channel: number; packets: number } | { type: 'closed'; channel: number; reset: boolean },
  ): void
  sendBinary(frame: Uint8Array): void
}
export interface Multiplex {
  /** null when too many are open already. */
  open(channel: number): Channel | null
  hearBinary(frame: Uint8Array, isLate?: boolean): void
  hearTook(channel: number, packets: number): void
  hearClosed(channel: number, isReset: boolean): void
  /** The line is gone, and with it every channel: what was under way is not kept for later. */
  end(): void
}

/** How much may be under way on one channel; a printer's own buffer is about as large. */
export const WINDOW = 64 * 1024
const MOST_CHANNELS = 32

interface Under {
  kind: PacketKind
  bytes: Uint8Array
  size: number
  sent: boolean
  done: () => void
  failed: (error: Error) => void
}

/** Many devices over one line. Either end uses the same code; neither trusts the other with its memory. */
export function multiplex(wire: Wire): Multiplex {
  interface Lane extends Channel {
    took(packets: number): void
    heard(bytes: Uint8Array, kind: PacketKind, isLate: boolean): void
    gone(isReset: boolean): void
  }
  const lanes = new Map<number, Lane>()

  function lane(number: number): Lane {
    const queue: Under[] = []
    const closers = new Set<(isReset: boolean) => void>()
    let listener: ((bytes: Uint8Array, kind: PacketKind, isLate: boolean) => Promise<void> | void) | null = null
    const early: [Uint8Array, PacketKind, boolean][] = []
    let isOpen = true
    let wasReset = false
    let underWay = 0
    let unread = 0
    let turn: Promise<void> = Promise.resolve()

    function push(): void {
      for (const packet of queue) {
        if (packet.sent) continue
        if (underWay > 0 && underWay + packet.size > WINDOW) return
        packet.sent = true
        underWay += packet.size
        wire.sendBinary(encodeFrame(number, packet.kind, packet.bytes))
      }
    }
    function gone(isReset: boolean): void {
      if (!isOpen) return
      isOpen = false
      lanes.delete(number)
      for (const packet of queue.splice(0)) packet.failed(new Error('the line to the device is gone'))
      wasReset = isReset
      for (const one of closers) one(isReset)
    }
    function leave(isReset: boolean): void {
      if (!isOpen) return
      wire.sendText({ type: 'closed', channel: number, reset: isReset })
      gone(isReset)
    }
    function take(bytes: Uint8Array, kind: PacketKind, isLate: boolean): void {
      turn = turn
        .then(() => (isOpen ? listener?.(bytes, kind, isLate) : undefined))
        .then(
          () => {
            unread -= bytes.length
            if (isOpen) wire.sendText({ type: 'took', channel: number, packets: 1 })
          },
          () => leave(true),
        )
    }
    return {
      send: (bytes, kind) =>
        new Promise((done, failed) => {
          if (!isOpen) return failed(new Error('the line to the device is gone'))
          if (bytes.length > LARGEST_PACKET) return failed(new Error(`a packet of ${bytes.length} bytes is too long`))
          queue.push({ kind, bytes, size: bytes.length, sent: false, done, failed })
          push()
        }),
      onPacket(next) {
        listener = next
        for (const [bytes, kind, isLate] of early.splice(0)) take(bytes, kind, isLate)
      },
      onClose(one) {
        if (!isOpen) queueMicrotask(() => one(wasReset))
        closers.add(one)
      },
      close: () => leave(false),
      reset: () => leave(true),
      get backlog() {
        return queue.reduce((sum, { size }) => sum + size, 0)
      },
      took(packets) {
        for (const packet of queue.splice(0, Math.min(packets, queue.filter(({ sent }) => sent).length))) {
          underWay -= packet.size
          packet.done()
        }
        push()
      },
      heard(bytes, kind, isLate) {
        unread += bytes.length
        // The other end does not keep to the window: it is broken, or no agent of ours.
        if (unread > 2 * WINDOW) return leave(true)
        if (listener) take(bytes, kind, isLate)
        else early.push([bytes, kind, isLate])
      },
      gone,
    }
  }

  return {
    open(number) {
      if (lanes.size >= MOST_CHANNELS || lanes.has(number)) return null
      const next = lane(number)
      lanes.set(number, next)
      return next
    },
    hearBinary(frame, isLate = false) {
      const packet = decodeFrame(frame)
      if (packet) lanes.get(packet.channel)?.heard(packet.bytes, packet.kind, isLate)
    },
    hearTook: (number, packets) => lanes.get(number)?.took(packets),
    hearClosed: (number, isReset) => lanes.get(number)?.gone(isReset),
    end() {
      for (const one of [...lanes.values()]) one.gone(true)
    },
  }
}
