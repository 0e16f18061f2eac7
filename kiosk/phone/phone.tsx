import { useSlowTick } from '../shared/staff/ticking.tsx'
import { clockAt } from '../../gateway/contract/hall-time.ts'
import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useMemo } from 'preact/hooks'
import type { HallConnection } from '../../gateway/client/connect.ts'
import type { TrackView } from '../../gateway/contract/visitor-views.ts'
import { firstScreenStands } from '../../display/shared/first-screen.ts'
import { later } from '../../display/shared/later.tsx'
import { Icon, Mark } from '../../display/shared/icons.tsx'
import { Actions, SoundRow } from './actions.tsx'
import { ArriveCard } from './arrive-card.tsx'
import { CalledHero } from './called-hero.tsx'
import { type HallPlaces, noPlaces, placeName, readPlaces } from '../shared/plan/hall-places.ts'
import { LegList } from './leg-list.tsx'
import { LineBefore } from './line-before.tsx'
import { isExpected, isInLine, useOwnTurn } from './own-turn.ts'
import { PhoneNotices } from './phone-notices.tsx'
import { OwnName, nameIn, visitName } from '../shared/own-name.tsx'
import { hallName } from '../shared/hall-name.ts'
import { LanguageSwitch } from '../shared/language-switch.tsx'
import { useAwake } from './keep-awake.ts'
import { isNear, saidOf } from './said.ts'
import { openRing } from './ring.ts'
import { WaitingHero } from './waiting-hero.tsx'
import { headline, say } from './words.ts'
import { language } from '../../display/shared/page-words.ts'
import { after } from '../../gateway/client/page-clock.ts'

const PATIENCE_MS = 3_000
const RateCard = later(() => import('./rate-card.tsx').then((part) => part.RateCard))
const ElsewhereCard = later(() => import('./elsewhere-card.tsx').then((part) => part.ElsewhereCard))
const WayCard = later(() => import('./way-card.tsx').then((part) => part.WayCard))

/** What the code on the slip opens: one number, and what its holder may do with it. Nothing personal is here. */
export function Phone({ hall, token }: { hall: HallConnection; token: string }): JSX.Element {
  const view = hall.view<TrackView>(`track:${token}`).value
  const places = useSignal<HallPlaces>(noPlaces)
  const late = useSignal(false)
  const ring = useMemo(openRing, [])
  const turn = useOwnTurn(token)
  useEffect(() => {
    void readPlaces().then((read) => void (places.value = read))
    return after(PATIENCE_MS, () => void (late.value = true))
  }, [])
  const isThere = view !== null
  useEffect(() => {
    // Before it is called: the way to the counter must not wait for a slow line.
    if (isThere) void firstScreenStands().then(() => Promise.all([WayCard.read(), RateCard.read()]))
  }, [isThere])
  // An offer to come back ends while nothing else changes.
  useSlowTick()
  useEffect(() => {
    if (view?.state === 'called') ring.ring()
  }, [view?.state, view?.calledAt])
  const near = view !== null && isNear(view)
  useAwake(near)
  useEffect(() => {
    if (near && view?.state !== 'called') ring.nudge()
  }, [near])

  if (!view) return <Nobody waiting={!late.value || !hall.online.value} />
  const clock = (at: number): string => clockAt(at, view.hall.timeZone)
  const goal = view.state === 'called' && view.counterAt !== null ? view.counterAt : null
  const at = goal ?? view.where[0] ?? null
  const place = at && places.value.floors.length > 0 ? placeName(places.value, at.floor, at.zone) : null
  return (
    <main class="phone">
      <h1 class="only-heard">{say('title', { number: view.number })}</h1>
      {/* The one place that speaks by itself: it stands through all states, or a reader would miss the call. */}
      <p class="only-heard" role="status" aria-live={view.state === 'called' ? 'assertive' : 'polite'}>
        {saidOf(view, place, clock, hall.now())}
      </p>
      <div class="first">
        <header>
          <Mark size={36} />
          <b class="serif">{hallName(view.hall)}</b>
          <span class={hall.online.value ? 'live' : 'stale'}>
            <Icon name="live" size={18} />
            {hall.online.value ? say('live') : say('stale', { clock: clock(hall.heardAt.value) })}
          </span>
          <LanguageSwitch />
        </header>
        {view.state === 'called' && view.counterId !== null ? (
          <>
            <CalledHero view={view} counterId={view.counterId} place={place} now={hall.now} />
            <SoundRow ring={ring} />
            {goal && (
              <WayCard places={places.value} goal={{ ...goal, counterId: view.counterId }} stepFree={view.stepFree} />
            )}
          </>
        ) : (
          <>
            <WaitingHero
              view={view}
              clock={clock}
              sentence={headline(view, clock, hall.now())}
              place={place}
              heardAt={hall.heardAt.value}
            />
            {isExpected(view) && <ArriveCard turn={turn} place={view.placeAfterMiss} />}
            {isInLine(view) && ring.isOn.value && <SoundRow ring={ring} />}
          </>
        )}
        <Actions view={view} turn={turn} ring={ring} />
      </div>
      {view.rating && <RateCard token={token} rating={view.rating} />}
      <section class="card where">
        <Icon name="paper" size={24} />
        <div>
          <b>
            <OwnName of={visitName(view)} />
          </b>
          {view.matterName !== null && (
            <span>
              {view.flowName === null ? (
                <OwnName of={{ name: view.queueName, nameEn: view.queueNameEn }} />
              ) : (
                say('stepNow', { matter: nameIn({ name: view.matterName, nameEn: view.matterNameEn }) })
              )}
            </span>
          )}
        </div>
      </section>
      {view.legs.length > 1 && <LegList legs={view.legs} places={places.value} />}
      {isInLine(view) && <LineBefore number={view.number} before={view.before} />}
      {isInLine(view) && view.matterName !== null && <ElsewhereCard token={token} wait={view.wait} />}
      {view.missing.length > 0 && (
        <section class="card where amber">
          <Icon name="paper" size={24} />
          <div>
            <b>{say('missing', { count: view.missing.length })}</b>
            <span>{view.missing.join(language.value === 'en' ? ', ' : '、')}</span>
          </div>
        </section>
      )}
      <PhoneNotices notices={view.notices} media={view.media} />
      <a class="to-complain" href={`/complain#visit=${token}`}>
        {say('complain')}
      </a>
    </main>
  )
}

function Nobody({ waiting }: { waiting: boolean }): JSX.Element {
  return (
    <main class="phone">
      <section class="card empty">
        <h1>{waiting ? say('loading') : say('unknown')}</h1>
        {!waiting && <p>{say('unknownHint')}</p>}
      </section>
    </main>
  )
}
