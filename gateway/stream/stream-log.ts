import type { DatabaseSync } from 'node:sqlite'
import type { EventLog, KeptAnswer, LogEnd, LogRow } from '../store/event-log.ts'
import { bodyOf, chainHash } from '../store/hash-chain.ts'
import { sqliteLog } from '../store/sqlite-log.ts'
import { newId } from '../time.ts'
import { checkChain } from './check-turn.ts'
import type { StreamLine } from './connect-stream.ts'
import { mirrorInto } from './mirror.ts'
import { publishSurely } from './publish-surely.ts'
import { messagesAfter } from './read-stream.ts'
import { isWrongSequence, otherWriter, outOfReach } from './stream-errors.ts'
import { type ReadTurn, type Turn, encodeTurn, turnReader } from './turn-message.ts'
import { watchLine } from './watch-line.ts'

export interface StreamLogDeps {
  line: StreamLine
  stream: string
  subject: string
  /** This gateway, for as long as it runs. */
  writer: string
  /** Its own copy of the log: all that is read comes from there. */
  database: DatabaseSync
  /** Up to which message of the stream the copy goes, and where that is noted. */
  place: { read(): number; note(place: number): void }
  /** Another gateway has written since this one did: whoever hears it stops showing and deciding. */
  onOtherWriter(): void
  /** The copy could not be written; the stream has it. */
  onBroken(error: unknown): void
}

export interface StreamLog extends EventLog {
  /** Takes in what others wrote since; gives the rows in their order. Throws where the chain breaks or nobody can be reached. */
  catchUp(): Promise<LogRow[]>
  /** The same for what a reader of the stream brings. */
  take(turn: ReadTurn, place: number): Promise<LogRow[]>
  /** From now on only this gateway writes: whoever wrote before is refused by the engine. Throws where somebody was faster. */
  takeOver(): Promise<void>
  /** The stream ends here, before what was noted: it was put back from a backup, or lost its newest. */
  stepBack(place: number): void
  /** Rows of the copy that the stream has not, after its end. */
  giveBack(after: LogEnd): Promise<void>
  readonly place: number
  /** For how long nobody has answered, milliseconds. */
  awayFor(): number
  /** The line stands again. */
  onBack(listener: () => void): void
}

/** Beside the payload a message has headers; the server's limit counts both. */
const ROOM_FOR_HEADERS = 1_024
const AT_ONCE = 500

/**
 * The log on NATS JetStream: a turn is one message, published with the number of the last message that this gateway knows, so that the
 * engine itself refuses the second of two writers. `append` ends only when it is known what came of it. Before it answers, the turn is in this
 * gateway's own SQLite file, too.
 */
export function streamLog(deps: StreamLogDeps): StreamLog {
  const { line, stream, subject, writer, database, onOtherWriter, onBroken } = deps
  const copy = sqliteLog(database)
  const mirror = mirrorInto(database)
  const readTurn = turnReader()
  const state = watchLine(line.line)
  let place = deps.place.read()
  let end: LogEnd | null = null
  let hasWritten = false
  /** Turns that the copy's disk refused, oldest first. */
  const behind: Pick<Turn, 'rows' | 'answers'>[] = []

  async function knownEnd(): Promise<LogEnd> {
    end ??= await copy.end()
    return end
  }
  function keepCopy(turn: Pick<Turn, 'rows' | 'answers'>): void {
    behind.push(turn)
    try {
      for (let one = behind[0]; one !== undefined; one = behind[0]) {
        mirror(one.rows, one.answers)
        behind.shift()
      }
      deps.place.note(place)
    } catch (broken) {
      onBroken(broken)
    }
  }
  async function take(turn: ReadTurn, at: number): Promise<LogRow[]> {
    const known = await knownEnd()
    // A place that was noted before the copy was written is read again.
    const fresh = checkChain(known, turn.rows)
    place = Math.max(place, at)
    const last = fresh.at(-1)
    if (last) end = { seq: last.seq, hash: last.hash }
    keepCopy({ rows: fresh, answers: turn.answers })
    return fresh
  }
  async function catchUp(): Promise<LogRow[]> {
    const rows: LogRow[] = []
    for await (const { place: at, headers, body } of messagesAfter(line, stream, subject, place)) {
      const turn = readTurn(headers, body)
      if (turn === null) place = at
      else {
        for (const row of await take(turn, at)) rows.push(row)
        if (turn.by !== writer && hasWritten) {
          onOtherWriter()
          throw otherWriter()
        }
      }
    }
    return rows
  }
  /** Gives the place of its last message. */
  async function publish(before: LogEnd, rows: LogRow[], answers: KeptAnswer[]): Promise<{ turn: Turn; at: number }> {
    // Nothing has left: that is a plain no.
    if (state.trouble() !== null) throw outOfReach()
    const last = rows.at(-1)
    const end = last === undefined ? before : { seq: last.seq, hash: last.hash }
    const turn: Turn = { id: newId(), by: writer, before, end, rows, answers: structuredClone(answers) }
    const most = (line.line.info?.max_payload ?? 1_048_576) - ROOM_FOR_HEADERS
    let at = place
    for (const part of encodeTurn(turn, most)) at = await publishSurely({ line, stream, subject, state }, part, at)
    hasWritten = true
    return { turn, at }
  }
  async function write(rows: LogRow[], answers: KeptAnswer[]): Promise<void> {
    const { turn, at } = await publish(await knownEnd(), rows, answers)
    await take(turn, at)
  }

  return {
    async append(expectedSeq, events, answers) {
      const before = await knownEnd()
      const wrong = (seq: number): Error => new Error(`wrong sequence: log is at ${seq}, writer at ${expectedSeq}`)
      if (expectedSeq !== before.seq) throw wrong(before.seq)
      let { hash } = before
      const rows = events.map((event) => {
        const body = bodyOf(event)
        hash = chainHash(hash, body)
        return { seq: event.seq, body, hash }
      })
      try {
        await write(rows, answers)
      } catch (broken) {
        if (!isWrongSequence(broken)) throw broken
        await catchUp()
        throw wrong((await knownEnd()).seq)
      }
      return { ...(await knownEnd()) }
    },
    read: copy.read,
    rows: copy.rows,
    end: async () => ({ ...(await knownEnd()) }),
    answersSince: copy.answersSince,
    forgetAnswers: copy.forgetAnswers,
    async close() {
      state.close()
      await line.line.close()
      await copy.close()
    },
    trouble: state.trouble,
    catchUp,
    take,
    takeOver: () => write([], []),
    stepBack(to) {
      place = to
    },
    async giveBack(after) {
      let from = after
      for (let rows = await copy.rows(from.seq, AT_ONCE); rows.length > 0; rows = await copy.rows(from.seq, AT_ONCE)) {
        const { turn, at } = await publish(from, rows, [])
        place = at
        deps.place.note(place)
        from = turn.end
      }
    },
    get place() {
      return place
    },
    awayFor: state.awayFor,
    onBack: state.onBack,
  }
}
