import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Request, Response } from 'express'

/** Tells one phone from another behind the same address, for limits only: a random number, gone after a day, bound to nobody. */
export interface VisitorDevices {
  /** The phone's own number; null = it brings none yet, and is given one with this answer. */
  meet(request: Request, response: Response): string | null
}

const NAME = 'tingshi_visitor'
const DAY_S = 86_400

/** Signed under a key of this start: a number that somebody made up is none. */
export function visitorDevices(): VisitorDevices {
  const key = randomBytes(32)
  const signed = (id: string): string =>
    `${id}.${createHmac('sha256', key).update(id).digest('base64url').slice(0, 22)}`
  return {
    meet(request, response) {
      const brought = new RegExp(`(?:^|; ?)${NAME}=([\\w-]{16})\\.([\\w-]{22})(?:;|$)`).exec(
        request.headers.cookie ?? '',
      )
      const [, id = ''] = brought ?? []
      if (brought && timingSafeEqual(Buffer.from(signed(id)), Buffer.from(`${id}.${brought[2]}`))) return id
      response.cookie(NAME, signed(randomBytes(12).toString('base64url')), {
        httpOnly: true,
        sameSite: 'strict',
        maxAge: DAY_S * 1000,
        path: '/',
      })
      return null
    },
  }
}
