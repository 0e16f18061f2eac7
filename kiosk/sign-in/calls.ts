import { type Asked, ask, withFields } from '../../gateway/client/ask.ts'
import { SESSION, hearSession, sessionReader } from '../../gateway/client/own-session.ts'
import type { SessionView } from '../../gateway/contract/sign-in.ts'

/** One step of signing in; what is heard of it counts for the next. */
async function step(path: string, body: object): Promise<Asked<SessionView>> {
  const answer = await ask(`${SESSION}${path}`, sessionReader, { body })
  if (answer.ok) hearSession(answer.body)
  return answer
}
export const signIn = (number: string, password: string, place: string | null): Promise<Asked<SessionView>> =>
  step('', { number, password, place })
export const giveCode = (code: string): Promise<Asked<SessionView>> => step('/code', { code })
export const changePassword = (password: string): Promise<Asked<SessionView>> => step('/password', { password })
export const joinPhone = (code: string): Promise<Asked<SessionView>> => step('/second-step', { code })
export const leave = (): Promise<Asked<SessionView>> => step('/end', {})
export const phoneKey = (): Promise<Asked<{ uri: string }>> =>
  ask(`${SESSION}/second-step`, withFields<{ uri: string }>('uri'))
