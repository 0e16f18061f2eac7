import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** Proves that a phone is in the hall: a code that changes every minute, and a pass for the phone that has shown it. */
export interface HallCode {
  /** The code of this minute, and how long until the next one. */
  current(): { code: string; seconds: number }
  isFresh(code: string): boolean
  /** For one phone, after it has shown a fresh code: long enough to search and read. */
  passFor(device: string): string
  isPass(pass: string, device: string): boolean
}

const MINUTE_MS = 60_000
/** The minute in which it was shown and the two after it: somebody must get the phone out. */
const CODE_MINUTES = 3
const PASS_MINUTES = 20
const SIGNS = 16

/** Keyed anew at each start, so nothing that was ever photographed opens anything. `now`: monotonic, ms: a set clock makes no code live longer. */
export function hallCode(now: () => number): HallCode {
  const key = randomBytes(32)
  const minute = (): number => Math.floor(now() / MINUTE_MS)
  const sign = (text: string): string => createHmac('sha256', key).update(text).digest('base64url').slice(0, SIGNS)
  const isSame = (one: string, other: string): boolean =>
    one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
  const codeAt = (at: number): string => sign(`code ${at}`)
  return {
    current: () => ({ code: codeAt(minute()), seconds: Math.ceil(((minute() + 1) * MINUTE_MS - now()) / 1000) }),
    isFresh: (code) =>
      /^[\w-]+$/.test(code) &&
      Array.from({ length: CODE_MINUTES }, (_, ago) => codeAt(minute() - ago)).some((one) => isSame(one, code)),
    passFor(device) {
      const until = minute() + PASS_MINUTES
      return `${until}.${sign(`pass ${until} ${device}`)}`
    },
    isPass(pass, device) {
      const [, until = '', signed = ''] = /^(\d{1,12})\.([\w-]+)$/.exec(pass) ?? []
      return until !== '' && Number(until) >= minute() && isSame(sign(`pass ${until} ${device}`), signed)
    },
  }
}
