import type { SessionView } from '../contract/sign-in.ts'
import { ask, withFields } from './ask.ts'
import { setPageWord } from './page-word.ts'

export const SESSION = '/api/v1/session'
export const sessionReader = withFields<SessionView>('signedIn', 'word', 'demo')

/** As the gateway told it last; null = it must be asked. */
let known: Promise<SessionView | null> | null = null

/** Who signed in on this browser. null = the gateway did not answer. */
export function ownSession(): Promise<SessionView | null> {
  const asked =
    known ??
    ask(SESSION, sessionReader).then((answer) => {
      if (answer.ok) return hearSession(answer.body)
      known = null
      return null
    })
  known = asked
  return asked
}
/** What the gateway just said of it. */
export function hearSession(view: SessionView): SessionView {
  setPageWord(view.word)
  known = Promise.resolve(view)
  return view
}
/** It may be otherwise now. */
export function forgetSession(): void {
  known = null
}
