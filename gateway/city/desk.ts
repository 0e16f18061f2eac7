import type { CityPush, PushReceipt, PushView, SentPush, cityPushBody } from '../contract/city-push.ts'
import type { z } from 'zod'
import { type DeskMessage, sendPush } from '../stream/city-desk-stream.ts'
import type { StreamLine } from '../stream/connect-stream.ts'

export type PushWish = z.infer<typeof cityPushBody>
export interface Desk {
  /** A message of the stream, in its order. */
  take(message: DeskMessage | null, place: number): void
  readonly place: number
  /** Newest first. `halls`: all that the city knows. */
  views(halls: readonly string[]): PushView[]
  /** Puts it on the stream. `unknown-push`: what it takes back was never sent, or is no notice and no emergency. `too-large`: the server takes no such message. */
  send(
    wish: PushWish,
    by: string,
  ): Promise<{ ok: true; version: number } | { ok: false; code: 'unknown-push' | 'too-large' | 'taken' }>
}

const ROOM_FOR_HEADERS = 1_024
const SHOWN = 200

/** What was sent to the halls and what they said of it, as the stream has it. Everything is here again when it is read anew. */
export function openDesk(line: Pick<StreamLine, 'client' | 'line'>, now: () => number): Desk {
  const sent = new Map<number, SentPush>()
  const receipts = new Map<number, Map<string, PushReceipt>>()
  /** Version → the version that takes it back. */
  const withdrawn = new Map<number, number>()
  let place = 0
  let newest = { version: 0, at: 0 }
  const desk: Desk = {
    get place() {
      return place
    },
    take(message, at) {
      place = Math.max(place, at)
      if (message?.kind === 'sent') {
        const { push } = message
        sent.set(push.version, push)
        if (push.what.kind === 'withdraw') withdrawn.set(push.what.of, push.version)
        if (push.version > newest.version) newest = { version: push.version, at }
      }
      if (message?.kind === 'receipt') {
        const { receipt } = message
        const known = receipts.get(receipt.version) ?? new Map<string, PushReceipt>()
        receipts.set(receipt.version, known.set(receipt.hall, receipt))
      }
    },
    views: (halls) =>
      [...sent.values()]
        .toSorted((one, other) => other.version - one.version)
        .slice(0, SHOWN)
        .map((push) => {
          const { version, at, by, what } = push
          const said = receipts.get(version) ?? new Map<string, PushReceipt>()
          return {
            version,
            at,
            by,
            kind: what.kind,
            title: titleOf(what, sent),
            withdrawnBy: withdrawn.get(version) ?? null,
            waiting: (push.halls ?? halls).filter((id) => !said.has(id)),
            receipts: [...said.values()].toSorted((one, other) => one.at - other.at),
          }
        }),
    async send({ halls, what }, by) {
      const before = what.kind === 'withdraw' ? sent.get(what.of) : undefined
      if (what.kind === 'withdraw' && !['notice', 'emergency'].includes(before?.what.kind ?? ''))
        return { ok: false, code: 'unknown-push' }
      const push: SentPush = { version: newest.version + 1, at: now(), by, halls: before ? before.halls : halls, what }
      const most = (line.line.info?.max_payload ?? 1_048_576) - ROOM_FOR_HEADERS
      if (Buffer.byteLength(JSON.stringify(push)) > most) return { ok: false, code: 'too-large' }
      const at = await sendPush(line, push, newest.at)
      if (at === null) return { ok: false, code: 'taken' }
      desk.take({ kind: 'sent', push }, at)
      return { ok: true, version: push.version }
    },
  }
  return desk
}

function titleOf(what: CityPush, sent: ReadonlyMap<number, SentPush>): string {
  switch (what.kind) {
    case 'notice':
      return what.text
    case 'emergency':
      return what.title
    case 'catalogue':
      return what.file
    case 'withdraw': {
      const before = sent.get(what.of)
      return before && before.what.kind !== 'withdraw' ? titleOf(before.what, sent) : ''
    }
  }
}
