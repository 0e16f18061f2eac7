import { useEffect } from 'preact/hooks'
import { anything, ask } from '../../../gateway/client/ask.ts'
import { SESSION, forgetSession, ownSession } from '../../../gateway/client/own-session.ts'
import { ticks } from '../../../gateway/client/page-clock.ts'

/** Whoever works at the page is told of so often; without it the hall signs out who is away. */
const TELL_EVERY_MS = 60_000

/** To the way in, and back to this page after it. `why`: what is said there. */
export function goToSignIn(why: 'out' | null): void {
  const to = encodeURIComponent(location.pathname + location.search)
  location.assign(`/sign-in?to=${to}${why === null ? '' : `&why=${why}`}`)
}

/** Keeps whoever touches this page signed in. Ctrl L locks it: signed out here, and back after the next sign-in. */
export function useStaySignedIn(): void {
  useEffect(() => {
    let toldAt = ticks()
    const tell = (): void => {
      if (ticks() - toldAt < TELL_EVERY_MS) return
      toldAt = ticks()
      void ownSession().then((view) => view?.signedIn && ask(`${SESSION}/touch`, anything, { body: {} }))
    }
    const onKey = (event: KeyboardEvent): void => {
      tell()
      if (!event.ctrlKey || event.key.toLowerCase() !== 'l') return
      event.preventDefault()
      void lock()
    }
    addEventListener('keydown', onKey)
    addEventListener('pointerdown', tell)
    return () => {
      removeEventListener('keydown', onKey)
      removeEventListener('pointerdown', tell)
    }
  }, [])
}

async function lock(): Promise<void> {
  const view = await ownSession()
  if (view?.signedIn) await ask(`${SESSION}/end`, anything, { body: { everywhere: false } })
  forgetSession()
  goToSignIn(null)
}
