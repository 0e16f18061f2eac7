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

const KNOWN = 'tingshi_known'
const HALF_A_YEAR_MS = 182 * 86_400_000

/** The mark of a browser at which somebody came in before; null = none. */
export const browserMark = (cookie: IncomingHttpHeaders['cookie']): string | null =>
  new RegExp(`(?:^|; ?)${KNOWN}=([\\w.-]{60})(?:;|$)`).exec(cookie ?? '')?.[1] ?? null
/** It goes nowhere but to the sign-in. */
export function giveMark(response: Response, mark: string, isSecure: boolean): void {
  const path = '/api/v1/session'
  response.cookie(KNOWN, mark, { httpOnly: true, sameSite: 'strict', secure: isSecure, path, maxAge: HALF_A_YEAR_MS })
}
