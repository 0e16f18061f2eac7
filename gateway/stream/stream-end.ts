import { newId } from '../time.ts'
import { type StreamLine, connectStream } from './connect-stream.ts'
import { streamOf, subjectOf } from './open-stream-log.ts'
import type { StreamAddress } from './stream-address.ts'
import { nothingThere } from './stream-errors.ts'
import { endIn } from './turn-message.ts'

/** The last row that the stream has; 0 = it is empty, or not there. Throws where nobody can be reached. */
export async function streamEnd({ manager }: Pick<StreamLine, 'manager'>, hall: string): Promise<number> {
  try {
    const last = await manager.streams.getMessage(streamOf(hall), { last_by_subj: subjectOf(hall) })
    return endIn(last?.header)?.seq ?? 0
  } catch (broken) {
    if (nothingThere(broken)) return 0
    throw broken
  }
}

/** The same for a command that has no line of its own. `hallId`: where the address names no hall. Refuses in words. */
export async function askStreamEnd(
  address: StreamAddress,
  hallId: string,
): Promise<{ ok: true; seq: number } | { ok: false; words: string[] }> {
  const line = await connectStream(address, `tingshi command ${newId().slice(0, 8)}`)
  if (!line.ok) return line
  try {
    return { ok: true, seq: await streamEnd(line, address.hall ?? hallId) }
  } finally {
    await line.line.close()
  }
}
