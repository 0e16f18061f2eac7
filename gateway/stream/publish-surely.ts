import { pause } from '../time.ts'
import type { StreamLine } from './connect-stream.ts'
import { type StreamMessage, messagesAfter } from './read-stream.ts'
import { hasNoRoom, isWrongSequence, noRoom, outOfReach } from './stream-errors.ts'
import { type TurnPart, isSamePart } from './turn-message.ts'
import type { LineState } from './watch-line.ts'

export interface PublishDeps {
  line: StreamLine
  stream: string
  subject: string
  state: LineState
}

/** One question to the engine; then it is asked again. */
const ASK_WITHIN_MS = 2_000
const AGAIN_AFTER_MS = 100

/**
 * Publishes a part behind the message `after` of its subject and gives its own number, once it is certainly there. When nobody answers it is
 * published again under the same condition, which only one of all these tries can meet, and the engine's refusal is judged by reading who met it.
 * Throws the engine's refusal when it was somebody else, and `noRoom` when the first try was refused for want of room.
 */
export async function publishSurely(
  { line, stream, subject, state }: PublishDeps,
  part: TurnPart,
  after: number,
): Promise<number> {
  for (let isFirst = true; ; isFirst = false) {
    if (state.closed) throw outOfReach()
    const came = await tryOnce(part, after).catch((broken: unknown) => ({ broken }))
    if (typeof came === 'number') {
      state.answered()
      return came
    }
    const { broken } = came
    if (hasNoRoom(broken) && isFirst) throw noRoom(broken)
    if (isWrongSequence(broken)) {
      const there = await first(after).catch(() => 'nobody-answers' as const)
      if (there !== 'nobody-answers') {
        state.answered()
        if (there !== null && isSamePart(there.headers, part.headers)) return there.place
        throw broken
      }
    }
    state.stick()
    await pause(AGAIN_AFTER_MS)
  }
  async function tryOnce({ headers, body }: TurnPart, last: number): Promise<number> {
    const expect = { lastSubjectSequence: last }
    return (await line.client.publish(subject, body, { headers, expect, timeout: ASK_WITHIN_MS })).seq
  }
  async function first(last: number): Promise<StreamMessage | null> {
    for await (const message of messagesAfter(line, stream, subject, last)) return message
    return null
  }
}
