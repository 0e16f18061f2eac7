import type { SessionView } from '../contract/sign-in.ts'
import { ask, withFields } from './ask.ts'
import { setPageWord } from './page-word.ts'

export const SESSION = '/api/v1/session'
export const sessionReader = withFields<SessionView>('signedIn', 'word', 'demo')

/** Kept while somebody is signed in wholly; else it is asked again. */
let known: Promise<SessionView | null> | null = null

/** Who signed in on this browser. null = the gateway did not answer. */
export function ownSession(): Promise<SessionView | null> {
  const asked =
    known ??
    ask(SESSION, sessionReader).then((answer) => {
      const view = answer.ok ? answer.body : null
      if (view?.signedIn?.stage !== 'in') known = null
      return view && hearSession(view)
    })
  known = asked
  return asked
}
/** What the gateway just said of it. */
export function hearSession(view: SessionView): SessionView {
  setPageWord(view.word)
  return view
}
export function forgetSession(): void {
  known = null
  setPageWord(null)
}
