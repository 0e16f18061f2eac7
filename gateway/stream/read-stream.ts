import type { MsgHdrs } from '@nats-io/transport-node'
import { nothingThere } from './stream-errors.ts'
import type { StreamLine } from './connect-stream.ts'

/** A message of the stream with its number there, which counts the messages of all subjects. */
export interface StreamMessage {
  place: number
  headers: MsgHdrs | undefined
  body: Uint8Array
}

/** Fewer than these are asked for one by one: making a reader takes longer. */
const A_FEW = 32

/** What lies on a subject behind a place, up to what was the last message when it was asked; oldest first. */
export async function* messagesAfter(
  { manager, client }: Pick<StreamLine, 'manager' | 'client'>,
  stream: string,
  subject: string,
  after: number,
): AsyncGenerator<StreamMessage> {
  const last = await manager.streams.getMessage(stream, { last_by_subj: subject }).catch(whenNothing)
  if (last === null || last.seq <= after) return
  if (last.seq - after <= A_FEW) {
    for (let at = after; at < last.seq; ) {
      // The server's own name for it; the package knows it for direct reads only.
      const query = { seq: at + 1, next_by_subj: subject }
      const next = await manager.streams.getMessage(stream, query)
      if (next === null) return
      at = next.seq
      yield { place: at, headers: next.header, body: next.data }
    }
    return
  }
  const reader = await client.consumers.get(stream, { filter_subjects: subject, opt_start_seq: after + 1 })
  const messages = await reader.consume({ max_messages: 500 })
  try {
    for await (const message of messages) {
      yield { place: message.seq, headers: message.headers, body: message.data }
      if (message.seq >= last.seq) return
    }
  } finally {
    await messages.close()
    await reader.delete().catch(() => {})
  }
}

function whenNothing(broken: unknown): null {
  if (nothingThere(broken)) return null
  throw broken
}
