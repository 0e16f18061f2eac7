import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** Proves that a phone is in the hall: a code that changes every minute, and a pass for the phone that has shown it. */
export interface HallCode {
  /** The code of this minute to scan, the one to type, and how long until the next ones. */
  current(): { code: string; short: string; seconds: number }
  /** Of either kind, in its minute or the two after it. */
  isFresh(code: string): boolean
  /** Whether it is one that was typed: so short that guesses must be counted. */
  isShort(code: string): boolean
  /** For one phone, after it has shown a fresh code: long enough to search and read. */
  passFor(device: string): string
  isPass(pass: string, device: string): boolean
}

const MINUTE_MS = 60_000
/** The minute in which it was shown and the two after it: somebody must get the phone out. */
const CODE_MINUTES = 3
const PASS_MINUTES = 20
const SIGNS = 16
const SHORT = /^\d{6}$/

/** Keyed anew at each start, so nothing that was ever photographed opens anything. `now`: monotonic, ms: a set clock makes no code live longer. */
export function hallCode(now: () => number): HallCode {
  const key = randomBytes(32)
  const minute = (): number => Math.floor(now() / MINUTE_MS)
  const sign = (text: string): string => createHmac('sha256', key).update(text).digest('base64url').slice(0, SIGNS)
  const isSame = (one: string, other: string): boolean =>
    one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
  const codeAt = (at: number): string => sign(`code ${at}`)
  const shortAt = (at: number): string => {
    const signed = createHmac('sha256', key).update(`short ${at}`).digest()
    return String(signed.readUInt32BE(0) % 1_000_000).padStart(6, '0')
  }
  return {
    current: () => ({
      code: codeAt(minute()),
      short: shortAt(minute()),
      seconds: Math.ceil(((minute() + 1) * MINUTE_MS - now()) / 1000),
    }),
    isFresh(code) {
      const make = SHORT.test(code) ? shortAt : codeAt
      return (
        /^[\w-]+$/.test(code) &&
        Array.from({ length: CODE_MINUTES }, (_, ago) => make(minute() - ago)).some((one) => isSame(one, code))
      )
    },
    isShort: (code) => SHORT.test(code),
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
