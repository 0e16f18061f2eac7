import { ask, withFields } from './ask.ts'

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

/**
 * The token that this page speaks with: given once in the address (`#token=…`, then wiped from it), kept, lent by this
 * computer's own program (then it is not kept: it can be asked for again), or in a demo hall lent by the gateway. null = none; public pages need none.
 */
export async function accessToken(role: PageRole, id: string | null): Promise<string | null> {
  if (role === 'public') return null
  const given = /^#token=([A-Za-z0-9_-]+)$/.exec(location.hash)?.[1]
  if (given !== undefined) {
    keepToken(role, id, given)
    history.replaceState(null, '', location.pathname + location.search)
  }
  const kept = localStorage.getItem(key(role, id))
  if (kept !== null) return kept
  const lent = await lend(role, id)
  if (lent !== null) return lent
  const question = { body: { role, id }, withinMs: DEMO_ANSWERS_MS }
  const answer = await ask('/demo/sign-in', withFields<{ token: string }>('token'), question)
  if (!answer.ok) return null
  keepToken(role, id, answer.body.token)
  return answer.body.token
}
