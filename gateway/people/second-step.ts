import { Secret, TOTP } from 'otpauth'

const PERIOD_S = 30
/** One period to either side: a phone's clock may be off by half a minute. */
const WINDOW = 1

const totp = (secret: string, label: string, issuer: string): TOTP =>
  new TOTP({ issuer, label, secret: Secret.fromBase32(secret), digits: 6, period: PERIOD_S })

export const newSecret = (): string => new Secret({ size: 20 }).base32

/** What an app on a phone reads as a QR code: otpauth://totp/… */
export const secretUri = (secret: string, number: string, hallName: string): string =>
  totp(secret, number, hallName).toString()

/** The period whose code this is; null = of none, or one that was used already (`usedPeriod`), or an older one. `now`: epoch ms. */
export function periodOfCode(secret: string, code: string, usedPeriod: number, now: number): number | null {
  const delta = totp(secret, '', '').validate({ token: code, timestamp: now, window: WINDOW })
  if (delta === null) return null
  const period = Math.floor(now / 1_000 / PERIOD_S) + delta
  return period > usedPeriod ? period : null
}
