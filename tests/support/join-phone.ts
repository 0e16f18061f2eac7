import { Secret, TOTP } from 'otpauth'
import type { SessionView } from '../../gateway/contract/sign-in.ts'
import type { StaffBrowser } from './staff-browser.ts'

const PERIOD_MS = 30_000
/** Keys of the phones that were joined, by work number, and the last period of which a code was used. */
const phones = new Map<string, { secret: string; period: number }>()

/** A code opens once: the second one within a period is that of the next. */
function codeOf(number: string): string {
  const phone = phones.get(number)
  if (!phone) throw new Error(`no phone of ${number}`)
  phone.period = Math.max(Math.floor(Date.now() / PERIOD_MS), phone.period + 1)
  return new TOTP({ secret: Secret.fromBase32(phone.secret), digits: 6, period: 30 }).generate({
    timestamp: phone.period * PERIOD_MS,
  })
}

/** The second step at the first sign-in. */
export async function joinPhone(browser: StaffBrowser): Promise<void> {
  const { body } = await browser.ask<{ uri: string }>('GET', '/session/second-step')
  const uri = new URL(body.uri)
  const number = /:(\w+)\?/.exec(decodeURIComponent(body.uri))?.[1] ?? ''
  phones.set(number, { secret: uri.searchParams.get('secret') ?? '', period: 0 })
  await browser.ask<SessionView>('POST', '/session/second-step', { code: codeOf(number) })
}
/** The second step later. */
export async function giveCode(browser: StaffBrowser, number: string): Promise<void> {
  const { status } = await browser.ask<SessionView>('POST', '/session/code', { code: codeOf(number) })
  if (status !== 200) throw new Error(`the code of ${number} was not taken`)
}
