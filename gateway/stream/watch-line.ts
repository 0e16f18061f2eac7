import type { NatsConnection } from '@nats-io/transport-node'
import { monotonic } from '../time.ts'

/** How the line to the engine is. */
export interface LineState {
  /** What keeps a turn from being written right now; null = nothing that is known. */
  trouble(): 'stream-away' | null
  /** For how long nobody has answered, milliseconds; 0 = somebody does. */
  awayFor(): number
  /** The line stands again. */
  onBack(listener: () => void): void
  /** A turn under way got no answer; until one comes. */
  stick(): void
  answered(): void
  readonly closed: boolean
  close(): void
}

export function watchLine(line: Pick<NatsConnection, 'status'>): LineState {
  let downSince: number | null = null
  let stuckSince: number | null = null
  let closed = false
  const backs: (() => void)[] = []
  async function follow(): Promise<void> {
    for await (const { type } of line.status()) {
      if (type === 'disconnect' || type === 'reconnecting') downSince ??= monotonic()
      if (type !== 'reconnect') continue
      downSince = null
      for (const listener of backs) listener()
    }
  }
  void follow()
  const awaySince = (): number | null => downSince ?? stuckSince
  return {
    trouble: () => (awaySince() === null ? null : 'stream-away'),
    awayFor() {
      const since = awaySince()
      return since === null ? 0 : monotonic() - since
    },
    onBack: (listener) => void backs.push(listener),
    stick() {
      stuckSince ??= monotonic()
    },
    answered() {
      stuckSince = null
      // Whoever answers is there, whatever the line's own news say later.
      downSince = null
    },
    get closed() {
      return closed
    },
    close() {
      closed = true
    },
  }
}
