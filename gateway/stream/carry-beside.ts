import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import { besideOf, hashOf, putBeside } from './beside.ts'
import type { StreamLine } from './connect-stream.ts'

/** A reply must fit a message of the server. */
const PIECE_BYTES = 512 * 1024
const ASK_WITHIN_MS = 3_000
const asked = z.union([
  z.object({ list: z.literal(true) }),
  z.object({ name: z.string(), from: z.number().int().min(0) }),
])
const list = z.record(z.string(), z.object({ hash: z.string(), bytes: z.number() }))

const subjectOf = (hall: string): string => `tingshi.beside.${hall}`
const toBytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value))
const fromBytes = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(bytes))

/**
 * The gateway that leads tells the one behind it what stands beside the log: who works here, which devices were let in, keys, imported matters.
 * It goes from one to the other and is kept by no server, because keys must be gone everywhere once they are thrown away.
 */
export function lendBeside(
  { line }: Pick<StreamLine, 'line'>,
  hall: string,
  database: DatabaseSync,
  dataDir: string,
  onBroken: (error: unknown) => void,
): () => void {
  const beside = besideOf(database, dataDir)
  let held = beside()
  const answer = (question: z.infer<typeof asked>): Uint8Array => {
    if ('list' in question) {
      held = beside()
      return toBytes(
        Object.fromEntries([...held].map(([name, { hash, bytes }]) => [name, { hash, bytes: bytes.length }])),
      )
    }
    const one = held.get(question.name)
    return one?.bytes.subarray(question.from, question.from + PIECE_BYTES) ?? new Uint8Array()
  }
  const door = line.subscribe(subjectOf(hall), {
    callback: (_, message) => {
      try {
        message.respond(answer(asked.parse(fromBytes(message.data))))
      } catch (broken) {
        onBroken(broken)
      }
    },
  })
  return () => door.unsubscribe()
}

/** Takes what differs here from the gateway that leads. Gives how many tables and files were put in place. */
export function takeBeside(
  { line }: Pick<StreamLine, 'line'>,
  hall: string,
  database: DatabaseSync,
  dataDir: string,
): () => Promise<number> {
  const own = besideOf(database, dataDir)
  const ask = async (question: z.infer<typeof asked>): Promise<Uint8Array> =>
    (await line.request(subjectOf(hall), toBytes(question), { timeout: ASK_WITHIN_MS })).data
  return async () => {
    const there = list.parse(fromBytes(await ask({ list: true })))
    const here = own()
    const different = Object.entries(there).filter(([name, { hash }]) => here.get(name)?.hash !== hash)
    for (const [name, { bytes, hash }] of different) {
      const whole = new Uint8Array(bytes)
      for (let from = 0; from < bytes; ) {
        const piece = await ask({ name, from })
        if (piece.length === 0) throw new Error(`${name} ended early`)
        whole.set(piece, from)
        from += piece.length
      }
      // It was written anew meanwhile: the next look takes it.
      if (hashOf(whole) === hash) putBeside(database, dataDir, name, whole)
    }
    return different.length
  }
}
