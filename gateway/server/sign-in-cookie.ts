import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { Response } from 'express'

const NAME = 'tingshi_sign_in'

/** What a browser keeps of a sign-in; null = nothing. No script of a page can read it. */
export const signInToken = (cookie: IncomingHttpHeaders['cookie']): string | null =>
  new RegExp(`(?:^|; ?)${NAME}=([\\w-]{43})(?:;|$)`).exec(cookie ?? '')?.[1] ?? null

/** It ends with the browser. `isSecure`: the hall's own address is https. */
export function giveSignIn(response: Response, token: string, isSecure: boolean): void {
  response.cookie(NAME, token, { httpOnly: true, sameSite: 'strict', secure: isSecure, path: '/' })
}
export const takeSignIn = (response: Response): void => void response.clearCookie(NAME, { path: '/' })

const HALF_A_YEAR_MS = 182 * 86_400_000
/** One for each person of a shared desk, without saying who they are. */
const markName = (number: string): string =>
  `tingshi_known_${createHash('sha256').update(number).digest('hex').slice(0, 12)}`

/** The mark of a browser at which this number came in before; null = none. */
export const browserMark = (cookie: IncomingHttpHeaders['cookie'], number: string): string | null =>
  new RegExp(`(?:^|; ?)${markName(number)}=([\\w.-]{60})(?:;|$)`).exec(cookie ?? '')?.[1] ?? null
/** It goes nowhere but to the sign-in. */
export function giveMark(response: Response, number: string, mark: string, isSecure: boolean): void {
  response.cookie(markName(number), mark, {
    httpOnly: true,
    sameSite: 'strict',
    secure: isSecure,
    path: '/api/v1/session',
    maxAge: HALF_A_YEAR_MS,
  })
}
