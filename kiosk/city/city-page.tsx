import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { ask, withFields } from '../../gateway/client/ask.ts'
import { ownSession } from '../../gateway/client/own-session.ts'
import { every } from '../../gateway/client/page-clock.ts'
import type { CityBoard } from '../../gateway/contract/city.ts'
import { clockAt } from '../../gateway/contract/hall-time.ts'
import type { SignedInView } from '../../gateway/contract/sign-in.ts'
import { BoardPage } from './board-page.tsx'
import { type CityTab, CityTop, tabIn } from './city-top.tsx'
import { headline, totals } from './city-words.ts'
import { ownToken } from './own-token.ts'
import { ReportPage } from './report-page.tsx'
import { SentPage } from './sent-page.tsx'
import { say } from './words.ts'
import { ZONE } from './zone.ts'

const ASK_EACH_MS = 3_000

/** Every hall of the city, read at one look: who waits how long, what is cut off, where it goes quicker; its reports, and what is sent to all. */
export function CityPage(): JSX.Element {
  const board = useSignal<CityBoard | null>(null)
  const trouble = useSignal<'refused' | 'away' | null>(null)
  const person = useSignal<SignedInView | null>(null)
  const tab = useSignal<CityTab>('halls')
  const token = useSignal<string | null>(null)
  useEffect(() => {
    token.value = ownToken()
    const turn = (): void => void (tab.value = tabIn(location.hash))
    turn()
    addEventListener('hashchange', turn)
    void ownSession().then((session) => {
      person.value = session?.signedIn?.stage === 'in' ? session.signedIn : null
    })
    const look = async (): Promise<void> => {
      const reader = withFields<CityBoard>('name', 'now', 'halls')
      const asked = await ask('/api/v1/city/board', reader, { token: token.value })
      if (asked.ok) board.value = asked.body
      const isRefused = !asked.ok && ['not-signed-in', 'not-allowed'].includes(asked.error.code)
      trouble.value = asked.ok ? null : isRefused ? 'refused' : 'away'
    }
    void look()
    const stop = every(ASK_EACH_MS, () => void look())
    return () => {
      stop()
      removeEventListener('hashchange', turn)
    }
  }, [])
  const shown = board.value
  if (shown === null)
    return trouble.value === 'refused' ? (
      <p class="alone">
        {say('refused')} <a href="/sign-in?to=/">{say('signIn')}</a>
      </p>
    ) : (
      <p class="alone">{say('first')}</p>
    )
  const names = new Map(shown.halls.map(({ id, name }) => [id, name]))
  return (
    <div class="city">
      <CityTop shown={shown} tab={tab.value} person={person.value} />
      <section class="head">
        <h1 class="serif">{shown.halls.length === 0 ? say('noHalls') : headline(shown)}</h1>
        <p role="status">
          {trouble.value === 'away' ? say('away', { clock: clockAt(shown.now, ZONE) }) : totals(shown)}
        </p>
      </section>
      {tab.value === 'halls' && <BoardPage shown={shown} />}
      {tab.value === 'reports' && <ReportPage token={token.value} />}
      {tab.value === 'sent' && <SentPage names={names} token={token.value} person={person.value} />}
    </div>
  )
}
