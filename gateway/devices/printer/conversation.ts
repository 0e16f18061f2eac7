import type { Link } from '../link.ts'
import { within } from '../within.ts'
import { isAutomaticStatus } from './status.ts'
import { monotonic, pause } from '../../time.ts'

/** What a conversation needs of a link: say something, hear single bytes. */
export interface Conversation {
  /** false when the link broke or did not take the bytes in time. */
  say(bytes: Uint8Array, ms: number): Promise<boolean>
  /** The next byte of an answer; null when none came in time or the link is gone. */
  hear(ms: number): Promise<number | null>
  /** Forgets what came unasked, so that it cannot pass for the next answer. */
  forget(): void
  /** Whether the other side has left. */
  isGone(): boolean
  /** Waits until nothing was heard for `ms`, `mostMs` at most, and forgets it all. */
  settle(ms: number, mostMs: number): Promise<void>
}

/** A device that talks without end must not fill the memory. */
const MOST_HEARD = 256

/**
 * Talks over one link until it is closed. Automatic status (four bytes, sent unasked by printers that somebody set so) is taken
 * out: its bytes look like answers.
 */
export function converse(link: Link): Conversation {
  const heard: number[] = []
  let wake = (): void => {}
  let gone = false
  let toSkip = 0
  let heardInAll = 0
  link.onData((bytes) => {
    heardInAll += bytes.length
    for (const byte of bytes) {
      if (toSkip > 0) toSkip -= 1
      else if (isAutomaticStatus(byte)) toSkip = 3
      else if (heard.length < MOST_HEARD) heard.push(byte)
    }
    wake()
  })
  link.onClose(() => {
    gone = true
    wake()
  })
  const forget = (): void => void heard.splice(0)
  return {
    forget,
    isGone: () => gone,
    async settle(ms, mostMs) {
      const until = monotonic() + mostMs
      for (let last = -1; last !== heardInAll && !gone && monotonic() < until; ) {
        last = heardInAll
        await pause(ms)
      }
      forget()
    },
    say: (bytes, ms) =>
      within(
        ms,
        link.write(bytes).then(() => true),
        false,
      ),
    async hear(ms) {
      const until = monotonic() + ms
      while (heard.length === 0 && !gone && monotonic() < until) {
        const news = new Promise<void>((resolve) => {
          wake = resolve
        })
        await within(Math.max(1, until - monotonic()), news, undefined)
      }
      return heard.shift() ?? null
    },
  }
}
