import type { Request } from 'express'

/** Why a body was not taken. `stalled`: nothing came for too long, or whoever sent it went away. */
export type BodyRead = { ok: true; bytes: Buffer } | { ok: false; why: 'too-large' | 'stalled' }

/** A body of at most `most` bytes into memory; given up when nothing comes for `stillMs`. */
export function readBody(request: Request, most: number, stillMs: number): Promise<BodyRead> {
  return new Promise((done) => {
    const parts: Buffer[] = []
    let length = 0
    const end = (read: BodyRead): void => {
      clearTimeout(still)
      request.off('data', hear)
      // What still comes is let go.
      if (!read.ok) request.resume()
      done(read)
    }
    const giveUp = (): void => end({ ok: false, why: 'stalled' })
    let still = setTimeout(giveUp, stillMs)
    const hear = (part: Buffer): void => {
      clearTimeout(still)
      still = setTimeout(giveUp, stillMs)
      length += part.length
      if (length > most) return end({ ok: false, why: 'too-large' })
      parts.push(part)
    }
    request.on('data', hear)
    request.once('end', () => end({ ok: true, bytes: Buffer.concat(parts) }))
    request.once('error', giveUp)
    request.once('close', giveUp)
  })
}
