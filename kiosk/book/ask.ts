import { type Reader, ask as askGateway } from '../../gateway/client/ask.ts'
import { gatewayClock } from '../../gateway/client/gateway-clock.ts'
import { deviceTime, ticks } from '../../gateway/client/page-clock.ts'
import { say } from './words.ts'

export type Answer<T> = { ok: true; body: T } | { ok: false; code: string; message: string }

/** An answer says its second, and may have been given at any moment of it. */
const HALF_A_SECOND = 500
const clock = gatewayClock(deviceTime() - ticks())
/** The gateway's time, epoch ms, as its last answers said it; this page has no other line to it. */
export const hallNow = (): number => clock.nowAt(ticks())

/** One question to the gateway; a network that is away is an answer too. */
export async function ask<T>(
  path: string,
  reader: Reader<T>,
  body: object | null = null,
  key: string | null = null,
): Promise<Answer<T>> {
  const askedAt = ticks() - HALF_A_SECOND
  const answer = await askGateway(path, reader, { body, key })
  if (!answer.ok) {
    const { code, message } = answer.error
    return code === 'not-answered'
      ? { ok: false, code: 'offline', message: say('offline') }
      : { ok: false, code, message }
  }
  if (answer.heardAt !== null)
    clock.hear({ askedAt, heardAt: ticks() + HALF_A_SECOND, now: answer.heardAt + HALF_A_SECOND })
  return { ok: true, body: answer.body }
}
