import { type MsgHdrs, headers } from '@nats-io/transport-node'
import type { KeptAnswer, LogEnd, LogRow } from '../store/event-log.ts'

/** What one durable commit carries: its rows with their hashes, and the answers that belong to them. Both may be empty. */
export interface Turn {
  /** A name that no other turn has. */
  id: string
  /** The gateway that wrote it, for as long as it ran. */
  by: string
  /** How far the log came before it and comes with it. */
  before: LogEnd
  end: LogEnd
  rows: LogRow[]
  answers: KeptAnswer[]
}

/** A message of the stream: a whole turn, or one part of a turn that is too large for one. */
export interface TurnPart {
  headers: MsgHdrs
  body: Uint8Array
}

const TURN = 'Tingshi-Turn'
const BY = 'Tingshi-By'
const PART = 'Tingshi-Part'
const END = 'Tingshi-End'

/** The turn as messages of at most `mostBytes`. The last one makes it count: what has no last part was never written. */
export function encodeTurn({ id, by, before, end, rows, answers }: Turn, mostBytes: number): TurnPart[] {
  const body = new TextEncoder().encode(JSON.stringify({ rows, answers }))
  const parts = Math.max(1, Math.ceil(body.length / mostBytes))
  return Array.from({ length: parts }, (_, nth) => {
    const about = headers()
    about.set(TURN, id)
    about.set(BY, by)
    about.set(PART, `${nth + 1}/${parts}`)
    const { seq, hash } = nth + 1 < parts ? before : end
    about.set(END, `${seq} ${hash}`)
    return { headers: about, body: body.subarray(nth * mostBytes, (nth + 1) * mostBytes) }
  })
}

/** How far the log goes with this message; null = it is none of a log. */
export function endIn(headers: MsgHdrs | undefined): LogEnd | null {
  const [seq = '', hash = ''] = (headers?.get(END) ?? '').split(' ')
  return /^\d+$/.test(seq) && hash.length === 64 ? { seq: Number(seq), hash } : null
}

/** Whether a message of the stream is this very part. */
export const isSamePart = (one: MsgHdrs | undefined, other: MsgHdrs): boolean =>
  one !== undefined && one.get(TURN) === other.get(TURN) && one.get(PART) === other.get(PART)

/** A turn as it was read. */
export type ReadTurn = Pick<Turn, 'id' | 'by' | 'rows' | 'answers'>

/** Puts parts together in the order of the stream. Gives the turn with its last part; null = it is not whole yet, or never will be. */
export function turnReader(): (headers: MsgHdrs | undefined, body: Uint8Array) => ReadTurn | null {
  let open: { id: string; parts: Uint8Array[] } | null = null
  return (about, body) => {
    const id = about?.get(TURN) ?? ''
    const [nth = 0, of = 0] = (about?.get(PART) ?? '').split('/').map(Number)
    if (nth === 1) open = { id, parts: [] }
    if (open === null || open.id !== id || open.parts.length !== nth - 1) {
      open = null
      return null
    }
    open.parts.push(body)
    if (nth < of) return null
    const whole = Buffer.concat(open.parts).toString('utf8')
    open = null
    const { rows, answers } = JSON.parse(whole) as Pick<Turn, 'rows' | 'answers'>
    return { id, by: about?.get(BY) ?? '', rows, answers }
  }
}
