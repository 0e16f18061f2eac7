import { type PushReceipt, type SentPush, pushReceipt, sentPush } from '../contract/city-push.ts'
import type { StreamLine } from './connect-stream.ts'
import { messagesAfter } from './read-stream.ts'
import { isApiError, isWrongSequence, nothingThere } from './stream-errors.ts'

/** What the city sends to its halls, and what they say of it: the whole of it, in order. */
export const DESK_STREAM = 'CITY_DESK'
const SENT = 'tingshi.city.desk'
/** What was done to the city's own register of people. */
const REGISTER = 'tingshi.city.register'
const receiptsOf = (hall: string): string => `tingshi.city.receipt.${hall}`
/** JSStreamNameExistErr */
const NAME_IN_USE = 10058
const ASK_WITHIN_MS = 5_000

export type DeskMessage = { kind: 'sent'; push: SentPush } | { kind: 'receipt'; receipt: PushReceipt }
const text = new TextDecoder()

export async function ensureDeskStream({ manager }: Pick<StreamLine, 'manager'>, replicas: number): Promise<void> {
  try {
    await manager.streams.info(DESK_STREAM)
  } catch (broken) {
    if (!nothingThere(broken)) throw broken
    await manager.streams
      .add({
        name: DESK_STREAM,
        subjects: [SENT, REGISTER, receiptsOf('*')],
        storage: 'file',
        retention: 'limits',
        discard: 'new',
        num_replicas: replicas,
      })
      .catch((failed: unknown) => {
        if (!isApiError(failed, NAME_IN_USE)) throw failed
      })
  }
}

/** A message of the stream; null = it is none that is understood here. */
export function readDesk(subject: string, data: Uint8Array): DeskMessage | null {
  try {
    const said: unknown = JSON.parse(text.decode(data))
    if (subject === SENT) return { kind: 'sent', push: sentPush.parse(said) }
    return { kind: 'receipt', receipt: pushReceipt.parse(said) }
  } catch {
    return null
  }
}

/**
 * Puts a version on the stream behind the last one that is known; `after` = its place there, 0 = it is the first. Gives its place; null = somebody else
 * sent one meanwhile.
 */
export async function sendPush(
  { client }: Pick<StreamLine, 'client'>,
  push: SentPush,
  after: number,
): Promise<number | null> {
  try {
    const expect = { lastSubjectSequence: after }
    return (await client.publish(SENT, JSON.stringify(push), { expect, timeout: ASK_WITHIN_MS })).seq
  } catch (broken) {
    if (isWrongSequence(broken)) return null
    throw broken
  }
}

/** False = nobody answers; it is told again later. */
export async function noteRegister({ client }: Pick<StreamLine, 'client'>, change: object): Promise<{ ok: boolean }> {
  const noted = client.publish(REGISTER, JSON.stringify(change), { timeout: ASK_WITHIN_MS })
  return noted.then(
    () => ({ ok: true }),
    () => ({ ok: false }),
  )
}

export async function sendReceipt({ client }: Pick<StreamLine, 'client'>, receipt: PushReceipt): Promise<void> {
  await client.publish(receiptsOf(receipt.hall), JSON.stringify(receipt), { timeout: ASK_WITHIN_MS })
}

/** What a hall has said so far. */
export async function ownReceipts(line: Pick<StreamLine, 'manager' | 'client'>, hall: string): Promise<PushReceipt[]> {
  const said: PushReceipt[] = []
  for await (const { body } of messagesAfter(line, DESK_STREAM, receiptsOf(hall), 0)) {
    const read = readDesk(receiptsOf(hall), body)
    if (read?.kind === 'receipt') said.push(read.receipt)
  }
  return said
}

/**
 * What lies behind a place, and comes, until `stopped`: with the receipts of all halls, or what was sent alone. Resolves when the reading ends; begin anew
 * then.
 */
export async function readDeskStream(
  { client }: Pick<StreamLine, 'client'>,
  after: number,
  what: 'all' | 'sent',
  take: (message: DeskMessage | null, place: number) => Promise<void> | void,
  stopped: () => boolean,
): Promise<void> {
  // One subject, or the whole stream: several are for 2.10.
  const filter = what === 'all' ? {} : { filter_subjects: SENT }
  const reader = await client.consumers.get(DESK_STREAM, { ...filter, opt_start_seq: after + 1 })
  for await (const { subject, data, seq } of await reader.consume({ max_messages: 100 })) {
    if (stopped()) return
    await take(readDesk(subject, data), seq)
  }
}
