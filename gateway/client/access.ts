import { ask, withFields } from './ask.ts'
import { ownSession } from './own-session.ts'

export type PageRole = 'clerk' | 'guide' | 'supervisor' | 'terminal' | 'display' | 'rating' | 'public'

/** A hall at work has no demo to ask: nothing waits for that answer for long. */
const DEMO_ANSWERS_MS = 3_000

const key = (role: PageRole, id: string | null): string => `tingshi:token:${role}:${id ?? ''}`

export function keepToken(role: PageRole, id: string | null, token: string): void {
  localStorage.setItem(key(role, id), token.trim())
}
export function forgetToken(role: PageRole, id: string | null): void {
  localStorage.removeItem(key(role, id))
}

/** Asked when nothing is kept: on a terminal, the program on its computer. null = it has none for this page. */
let lend: (role: PageRole, id: string | null) => Promise<string | null> = async () => null
export function lendTokens(from: typeof lend): void {
  lend = from
}

/** With what a page speaks: a token, or the sign-in of its browser (`signed-in`), or nothing; `unknown`: the gateway is away. */
export type OwnAccess = { token: string } | 'signed-in' | 'none' | 'unknown'
const isOfStaff = (role: PageRole): boolean => role === 'clerk' || role === 'guide' || role === 'supervisor'

/**
 * What this page speaks with: the sign-in of this browser; a token that was given once in the address (`#token=…`, then wiped from it), kept, or
 * lent by this computer's own program (then it is not kept: it can be asked for again); or in a demo hall a token that the gateway lends. Public
 * pages need none.
 */
export async function ownAccess(role: PageRole, id: string | null): Promise<OwnAccess> {
  if (role === 'public') return 'none'
  const given = /^#token=([A-Za-z0-9_-]+)$/.exec(location.hash)?.[1]
  if (given !== undefined) {
    keepToken(role, id, given)
    history.replaceState(null, '', location.pathname + location.search)
  }
  // Whoever signed in acts under their own name, whatever else lies on this computer.
  const session = isOfStaff(role) ? await ownSession() : null
  if (session?.signedIn?.stage === 'in') return 'signed-in'
  const kept = localStorage.getItem(key(role, id))
  if (kept !== null) return { token: kept }
  const lent = await lend(role, id)
  if (lent !== null) return { token: lent }
  if (session?.demo === false) return 'none'
  const question = { body: { role, id }, withinMs: DEMO_ANSWERS_MS }
  const answer = await ask('/demo/sign-in', withFields<{ token: string }>('token'), question)
  if (!answer.ok) return isOfStaff(role) && session === null ? 'unknown' : 'none'
  keepToken(role, id, answer.body.token)
  return { token: answer.body.token }
}
/** What this page keeps, without asking anybody. */
export const keptToken = (role: PageRole, id: string | null): string | null => localStorage.getItem(key(role, id))
/** The token alone; null = none is needed, or there is none. */
export async function accessToken(role: PageRole, id: string | null): Promise<string | null> {
  const access = await ownAccess(role, id)
  return typeof access === 'object' ? access.token : null
}
