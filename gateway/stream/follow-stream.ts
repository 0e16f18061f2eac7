import type { LogRow } from '../store/event-log.ts'
import { pause } from '../time.ts'
import { OtherChain } from './check-turn.ts'
import type { StreamLine } from './connect-stream.ts'
import type { StreamLog } from './stream-log.ts'
import { turnReader } from './turn-message.ts'

export interface FollowDeps {
  line: StreamLine
  stream: string
  subject: string
  log: Pick<StreamLog, 'take' | 'place'>
  /** Rows that are new here, in their order. */
  onRows(rows: readonly LogRow[]): void
  /** The stream goes on with another log: this gateway must not show it. */
  onOtherChain(seq: number): void
}

const AGAIN_AFTER_MS = 300

/** Takes in what another gateway writes, as it comes. `stop` resolves when nothing more is taken. */
export function followStream({ line, stream, subject, log, onRows, onOtherChain }: FollowDeps): {
  stop(): Promise<void>
} {
  let stopped = false
  let close: (() => unknown) | null = null
  async function follow(): Promise<void> {
    const from = log.place + 1
    const reader = await line.client.consumers.get(stream, { filter_subjects: subject, opt_start_seq: from })
    const messages = await reader.consume({ max_messages: 500, idle_heartbeat: 1_000, expires: 5_000 })
    close = () => messages.close()
    if (stopped) return
    const read = turnReader()
    for await (const { headers, data, seq } of messages) {
      if (stopped) return
      const turn = read(headers, data)
      if (turn !== null) onRows(await log.take(turn, seq))
    }
  }
  async function keepFollowing(): Promise<void> {
    while (!stopped) {
      try {
        await follow()
      } catch (broken) {
        if (broken instanceof OtherChain) return onOtherChain(broken.seq)
        await pause(AGAIN_AFTER_MS)
      }
    }
  }
  const following = keepFollowing()
  return {
    async stop() {
      stopped = true
      await close?.()
      await following
    },
  }
}
