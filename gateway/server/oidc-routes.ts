import { Router } from 'express'
import type { Oidc } from '../people/oidc.ts'
import type { SignIns } from '../people/sign-ins.ts'
import { rateLimit } from './rate-limit.ts'
import { giveSignIn } from './sign-in-cookie.ts'
import type { AddressOf } from './visitor-address.ts'

export interface OidcDoor {
  oidc: Oidc
  signIns: Pick<SignIns, 'vouch'>
  addressOf: AddressOf
  monotonic(): number
  /** The hall's own address, as browsers know it. */
  ownAddress(): string
  isSecure: boolean
}

const STATE = 'tingshi_oidc'
const TRIES_A_MINUTE = 60
/** Of this site and of no other. */
const ownPath = (to: unknown): string | null =>
  typeof to === 'string' && /^\/(?![/\\])[\w\-./?=&%]{0,200}$/.test(to) ? to : null

/** `/sign-in/oidc`: to the city's own sign-in, and back from it. What went wrong is said on the sign-in page. */
export function oidcRoutes({ oidc, signIns, addressOf, monotonic, ownAddress, isSecure }: OidcDoor): Router {
  const router = Router()
  const mayTry = rateLimit(TRIES_A_MINUTE, monotonic)
  const callback = (): string => `${ownAddress()}/sign-in/oidc/back`
  router.use((request, response, next) => {
    response.set('cache-control', 'no-store')
    if (mayTry(addressOf(request))) next()
    else response.redirect(303, '/sign-in?why=too-many')
  })
  router.get('/', async (request, response) => {
    const begun = await oidc.begin(callback(), ownPath(request.query.to))
    if (!begun) return response.redirect(303, '/sign-in?why=oidc-failed')
    // Lax: it comes back with a request that another site began.
    response.cookie(STATE, begun.state, { httpOnly: true, sameSite: 'lax', secure: isSecure, path: '/sign-in/oidc' })
    response.redirect(303, begun.address)
  })
  router.get('/back', async (request, response) => {
    const state =
      new RegExp(`(?:^|; ?)${STATE}=([\\w-]{20,100})(?:;|$)`).exec(request.headers.cookie ?? '')?.[1] ?? null
    response.clearCookie(STATE, { path: '/sign-in/oidc' })
    const answer = await oidc.finish(new URL(request.originalUrl, callback()), state)
    if (!answer.ok) return response.redirect(303, '/sign-in?why=oidc-failed')
    const vouched = signIns.vouch(answer.number, null)
    if (!vouched.ok) return response.redirect(303, '/sign-in?why=oidc-unknown')
    giveSignIn(response, vouched.token, isSecure)
    // The cookie goes with no request of a chain that another site began: the sign-in page begins anew.
    response.redirect(303, answer.to === null ? '/sign-in' : `/sign-in?to=${encodeURIComponent(answer.to)}`)
  })
  return router
}
