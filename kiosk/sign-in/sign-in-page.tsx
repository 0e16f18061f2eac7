import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { withFields } from '../../gateway/client/ask.ts'
import type { HallConnection } from '../../gateway/client/connect.ts'
import { getJson } from '../../gateway/client/get-json.ts'
import { ownSession } from '../../gateway/client/own-session.ts'
import { every } from '../../gateway/client/page-clock.ts'
import { clockAt, minuteAt } from '../../gateway/contract/hall-time.ts'
import type { SessionView } from '../../gateway/contract/sign-in.ts'
import { Icon, Mark } from '../../display/shared/icons.tsx'
import { Ridge } from '../shared/ridge.tsx'
import { KeyCap, Light } from '../shared/staff/marks.tsx'
import { leave } from './calls.ts'
import { PasswordCard } from './password-card.tsx'
import { PlacesCard } from './places-card.tsx'
import { CodeCard, JoinPhoneCard, NewPasswordCard } from './step-cards.tsx'
import { counterIn, onlyPlace } from './where-to.ts'
import { say } from './words.ts'

interface HallFacts {
  name: string
  timeZone: string
  floors: { id: string; name: string; zones: { id: string; name: string }[] }[]
  counters: { id: string; floor: string; zone: string }[]
}
interface SignInPageProps {
  hall: HallConnection
  /** Where somebody was on the way to; null = nowhere. */
  to: string | null
  /** Why they are here: `idle`, `out`, or a refusal's code; null = by themselves. */
  why: string | null
  go: (address: string) => void
}

/** The way in for everybody who works here: the card grows through its steps, and then the page that was wanted opens. */
export function SignInPage({ hall, to, why, go }: SignInPageProps): JSX.Element {
  const [facts, setFacts] = useState<HallFacts | null>(null)
  const [session, setSession] = useState<SessionView | null>(null)
  const online = hall.online.value
  useEffect(() => {
    if (!online) return
    void getJson('/api/v1/hall', withFields<HallFacts>('name', 'timeZone', 'counters')).then(setFacts, () => {})
    void ownSession().then((view) => {
      if (view === null) return
      // Back from the city's own sign-in, on the way to a page.
      if (view.signedIn?.stage === 'in' && to !== null && why === null) go(to)
      else setSession(view)
    })
  }, [online])
  const onDone = (view: SessionView): void => {
    const place = view.signedIn?.stage === 'in' ? onlyPlace(to, view.signedIn) : null
    if (place !== null) go(place)
    else setSession(view)
  }
  const counterId = counterIn(to)
  const counter = facts?.counters.find(({ id }) => id === counterId)
  const floor = facts?.floors.find(({ id }) => id === counter?.floor)
  const zone = floor?.zones.find(({ id }) => id === counter?.zone)
  const step = { hallName: facts?.name ?? '', onDone }
  const stage = session?.signedIn?.stage ?? null
  return (
    <div class="sign-page">
      <div class="sign-ridge">
        <Ridge width={1920} height={290} />
      </div>
      <header class="sign-head">
        <Mark size={56} />
        <span class="serif sign-hall">{facts?.name}</span>
        <span class="grow" />
        {facts && <Moment hall={hall} timeZone={facts.timeZone} />}
      </header>
      <main class="sign-main">
        <div class="sign-words">
          <h1 class="serif">{facts && titleWords(minuteAt(hall.now(), facts.timeZone), stage === 'in')}</h1>
          <p>{say('lead')}</p>
          {counter && (
            <p class="sign-here">
              <Icon name="counter" size={26} stroke={1.8} />
              <span>
                {say('here')} <b>{say('counter', { id: counter.id })}</b>
                {zone && ` · ${floor?.name ?? ''} ${zone.name}`}
              </span>
            </p>
          )}
        </div>
        {stage === 'code' && <CodeCard {...step} />}
        {stage === 'new-password' && <NewPasswordCard {...step} />}
        {stage === 'second-step' && <JoinPhoneCard {...step} />}
        {stage === 'in' && session?.signedIn && (
          <PlacesCard
            person={session.signedIn}
            go={go}
            onLeave={() => void leave().then((answer) => answer.ok && setSession(answer.body))}
          />
        )}
        {stage === null && (
          <PasswordCard
            place={counter ? say('counter', { id: counter.id }) : null}
            note={noteWords(why)}
            oidc={session?.oidc ?? null}
            oidcAddress={`/sign-in/oidc${to === null ? '' : `?to=${encodeURIComponent(to)}`}`}
            onDone={onDone}
          />
        )}
      </main>
      <footer class="sign-base">
        <Light light={online ? 'ok' : 'warning'} size={14} />
        {online ? say('connected') : say('reconnecting')}
        <span class="grow" />
        <span>
          {say('lockHint')} <KeyCap>Ctrl L</KeyCap> {say('lockHintEnd')}
        </span>
      </footer>
    </div>
  )
}

function Moment({ hall, timeZone }: { hall: HallConnection; timeZone: string }): JSX.Element {
  const [, tick] = useState(0)
  useEffect(() => every(5_000, () => tick((nth) => nth + 1)), [])
  const day = new Intl.DateTimeFormat('zh-CN', { timeZone, month: 'long', day: 'numeric', weekday: 'long' })
  return (
    <>
      <span class="sign-day">{day.format(hall.now()).replace(/(\u65e5)(?=\S)/, '$1 ')}</span>
      <span class="num sign-clock">{clockAt(hall.now(), timeZone)}</span>
    </>
  )
}

function noteWords(why: string | null): string | null {
  switch (why) {
    case 'out':
      return say('out')
    case 'oidc-failed':
      return say('oidcFailed')
    case 'oidc-unknown':
      return say('oidcUnknown')
    case 'too-many':
      return say('tooMany')
    default:
      return null
  }
}

const titleWords = (minute: number, isIn: boolean): string =>
  isIn ? greeting(minute) : say('please', { greeting: greeting(minute) })

function greeting(minute: number): string {
  if (minute < 11 * 60) return say('greeting.morning')
  if (minute < 13 * 60) return say('greeting.noon')
  return minute < 18 * 60 ? say('greeting.afternoon') : say('greeting.evening')
}
