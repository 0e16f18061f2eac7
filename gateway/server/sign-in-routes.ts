import { type Request, type Response, Router, json } from 'express'
import type { z } from 'zod'
import { type SessionView, codeBody, newPasswordBody, signInBody, signOutBody } from '../contract/sign-in.ts'
import type { SignInRefusal } from '../people/sign-in-refusal.ts'
import type { SignIns, StepAnswer } from '../people/sign-ins.ts'
import { faultsOf } from './error-body.ts'
import { rateLimit } from './rate-limit.ts'
import { refuse } from './refuse.ts'
import { browserMark, giveMark, giveSignIn, signInToken, takeSignIn } from './sign-in-cookie.ts'
import type { AddressOf } from './visitor-address.ts'

export interface SignInDoor {
  signIns: SignIns
  addressOf: AddressOf
  monotonic(): number
  /** Whether a page may act for the sign-in of its browser: it says its word. */
  mayAct(request: Request, token: string): boolean
  isSecure: boolean
  oidc: string | null
  demo: boolean
  idleMinutes: number
}

/** Guessing is slow for each number too; this keeps one address from trying them all. Desks where somebody came in before count for themselves. */
const TRIES_A_MINUTE = 60

/** `/api/v1/session`: in, out, and the steps between. The answer of each says what comes next. */
export function signInRoutes(door: SignInDoor): Router {
  const { signIns, addressOf, monotonic, mayAct, isSecure, oidc, demo, idleMinutes } = door
  const router = Router()
  const mayTry = rateLimit(TRIES_A_MINUTE, monotonic)
  router.use((_, response, next) => {
    response.set('cache-control', 'no-store')
    next()
  })
  router.use(json({ limit: '4kb', type: () => true }))

  const browserOf = (request: Request, number: string): string | null =>
    signIns.browsers.of(number, browserMark(request.headers.cookie, number))
  function viewOf(token: string | null): SessionView {
    const found = token === null ? null : signIns.find(token)
    const common = { oidc, demo, idleMinutes }
    if (token === null || !found) return { signedIn: null, word: null, ...common }
    const { number, name, roles, counters } = found.staff
    const signedIn = { number, name, roles, counters, stage: found.stage }
    return { signedIn, word: signIns.pageWord(token), ...common }
  }
  /** What was asked, when it can be read and this address, or the known browser of this number, did not try too often. */
  function read<T>(
    request: Request,
    response: Response,
    schema: z.ZodType<T>,
    numberOf: (asked: T) => string | undefined = () => numberIn(request),
  ): T | null {
    const asked = schema.safeParse(request.body ?? {})
    const number = asked.success ? numberOf(asked.data) : undefined
    const browser = number === undefined ? null : browserOf(request, number)
    if (!mayTry(browser ?? addressOf(request))) refuse(response, 'too-many')
    else if (!asked.success) refuse(response, 'not-understood', faultsOf(asked.error.issues))
    else return asked.data
    return null
  }
  /** Who signs in or is signed in on this browser. */
  function numberIn(request: Request): string | undefined {
    const token = signInToken(request.headers.cookie)
    return token === null ? undefined : signIns.find(token)?.staff.number
  }
  const browserIn = (request: Request): string | null => browserOf(request, numberIn(request) ?? '')
  /** The sign-in of this browser, when its page may act for it. */
  function own(request: Request, response: Response): string | null {
    const token = signInToken(request.headers.cookie)
    if (token !== null && signIns.find(token) && mayAct(request, token)) return token
    refuse(response, 'not-signed-in')
    return null
  }
  const say = (response: Response, { code, details }: SignInRefusal): void => refuse(response, code, details)
  /** Who is in here; a browser at which they came all the way in is known for their number from then on. */
  function show(request: Request, response: Response, token: string | null): void {
    const found = token === null ? null : signIns.find(token)
    const number = found?.stage === 'in' ? found.staff.number : null
    if (number !== null && browserOf(request, number) === null)
      giveMark(response, number, signIns.browsers.mark(number), isSecure)
    response.json(viewOf(token))
  }
  const told = (request: Request, response: Response, token: string, answer: StepAnswer): void =>
    answer.ok ? show(request, response, token) : say(response, answer)

  router.get('/', (request, response) => show(request, response, signInToken(request.headers.cookie)))
  router.post('/', async (request, response) => {
    const asked = read(request, response, signInBody, ({ number }) => number)
    if (asked === null) return
    const before = signInToken(request.headers.cookie)
    const answer = await signIns.signIn(asked.number, asked.password, asked.place, browserOf(request, asked.number))
    if (!answer.ok) return say(response, answer)
    // Whoever was signed in here has gone.
    if (before !== null && signIns.find(before)) signIns.signOut(before, false)
    giveSignIn(response, answer.token, isSecure)
    show(request, response, answer.token)
  })
  router.post('/code', (request, response) => {
    const token = own(request, response)
    const asked = token && read(request, response, codeBody)
    if (token && asked) told(request, response, token, signIns.giveCode(token, asked.code, browserIn(request)))
  })
  router.post('/password', async (request, response) => {
    const token = own(request, response)
    const asked = token && read(request, response, newPasswordBody)
    if (token && asked) told(request, response, token, await signIns.changePassword(token, asked.password))
  })
  router.get('/second-step', (request, response) => {
    const token = own(request, response)
    if (token === null) return
    const uri = signIns.secondStepUri(token)
    if (uri === null) refuse(response, 'already-so')
    else response.json({ uri })
  })
  router.post('/second-step', (request, response) => {
    const token = own(request, response)
    const asked = token && read(request, response, codeBody)
    if (token && asked) told(request, response, token, signIns.joinPhone(token, asked.code, browserIn(request)))
  })
  router.post('/touch', (request, response) => {
    const token = own(request, response)
    if (token === null) return
    signIns.touch(token)
    response.status(204).end()
  })
  router.post('/end', (request, response) => {
    const token = own(request, response)
    const asked = token && read(request, response, signOutBody)
    if (!token || !asked) return
    signIns.signOut(token, asked.everywhere)
    takeSignIn(response)
    response.json(viewOf(null))
  })
  return router
}
