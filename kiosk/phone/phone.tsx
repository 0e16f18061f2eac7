import { useSlowTick } from '../shared/staff/ticking.tsx'
import { counterRanges } from '../../gateway/contract/counter-ranges.ts'
import { clockAt } from '../../gateway/contract/hall-time.ts'
import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useMemo } from 'preact/hooks'
import type { HallConnection } from '../../gateway/client/connect.ts'
import { anything, ask, withFields } from '../../gateway/client/ask.ts'
import { getJson } from '../../gateway/client/get-json.ts'
import type { TrackView } from '../../gateway/contract/visitor-views.ts'
import { notCallingShort } from '../../gateway/contract/not-calling.ts'
import { waitWords } from '../../gateway/contract/wait-words.ts'
import { Icon, Mark } from '../../display/shared/icons.tsx'
import { LegList } from './leg-list.tsx'
import { PhoneNotices } from './phone-notices.tsx'
import { openRing } from './ring.ts'
import { headline, say } from './words.ts'
import { after, newId } from '../../gateway/client/page-clock.ts'

type Floors = { floors: { id: string; name: string; zones: { id: string; name: string }[] }[] }
const PATIENCE_MS = 3_000

/** Digits with their unit, or words alone; what cannot be known is said so. */
function WaitTold({ view: { wait, notCalling } }: { view: TrackView }): JSX.Element {
  const why = notCallingShort(notCalling)
  if (why !== null) return <b class="later">{why}</b>
  const told = waitWords(wait)
  if (told === null) return <b class="later">{say('unknownWait')}</b>
  if (told.unit === '') return <b class="later">{told.value}</b>
  return (
    <>
      <b class="num">{told.value}</b> {told.unit}
    </>
  )
}

/** What the code on the slip opens. Nothing personal is here, and nothing can be done but stop waiting. */
export function Phone({ hall, token }: { hall: HallConnection; token: string }): JSX.Element {
  const view = hall.view<TrackView>(`track:${token}`).value
  const floors = useSignal<Floors['floors']>([])
  const late = useSignal(false)
  const sound = useSignal(false)
  const asking = useSignal(false)
  const trouble = useSignal<string | null>(null)
  const ring = useMemo(openRing, [])
  useEffect(() => {
    void getJson('/api/v1/hall', withFields<Floors>('floors')).then(
      (hall) => void (floors.value = hall.floors),
      () => {},
    )
    return after(PATIENCE_MS, () => void (late.value = true))
  }, [])
  // An offer to come back ends while nothing else changes.
  useSlowTick()
  useEffect(() => {
    if (view?.state === 'called') ring.ring()
  }, [view?.state, view?.calledAt])

  if (!view) return <Nobody waiting={!late.value || !hall.online.value} />
  const clock = (at: number): string => clockAt(at, view.hall.timeZone)
  const place = view.where[0]
  const floor = floors.value.find(({ id }) => id === place?.floor)
  const sentence = headline(view, clock, hall.now())
  const inLine = view.state === 'waiting' || view.state === 'transferred'
  const cancel = async (): Promise<void> => {
    asking.value = false
    trouble.value = null
    const answer = await ask(`/api/v1/track/${token}/cancel`, anything, { body: {}, key: `cancel-${newId()}` })
    if (!answer.ok) trouble.value = answer.error.message
  }
  return (
    <main class="phone">
      <header>
        <Mark size={36} />
        <b class="serif">{view.hall.name}</b>
        <span class={hall.online.value ? 'live' : 'stale'}>
          <Icon name="live" size={18} /> {hall.online.value ? say('live') : say('stale')}
        </span>
      </header>
      <section class={`number ${view.state}`} aria-live="polite">
        <div class="line">
          <span>{say('yourNumber')}</span>
          <span>{say('taken', { clock: clock(view.takenAt) })}</span>
        </div>
        <b class="num big">{view.number}</b>
        {sentence !== null ? (
          <p class="sentence">{sentence}</p>
        ) : (
          <div class="facts">
            <div>
              <span>{say('ahead')}</span>
              <b class="num">{view.ahead}</b> {say('people')}
            </div>
            <div>
              <span>{say('wait')}</span>
              <WaitTold view={view} />
            </div>
          </div>
        )}
        {inLine && view.appointmentAt !== null && (
          <p class="hour-note">{say('appointment', { clock: clock(view.appointmentAt) })}</p>
        )}
        {inLine && view.lateFor !== null && <p class="hour-note">{say('late', { clock: clock(view.lateFor) })}</p>}
        {inLine && <small>{say('updated', { clock: clock(hall.heardAt.value) })}</small>}
      </section>
      <section class="card where">
        <Icon name="place" size={24} />
        <div>
          <b>
            {place
              ? say('place', {
                  place: `${floor?.name ?? place.floor} ${floor?.zones.find(({ id }) => id === place.zone)?.name ?? place.zone}`,
                  counters: counterRanges(place.counters),
                })
              : view.queueName}
          </b>
          <span>{view.matterName ?? view.queueName}</span>
        </div>
      </section>
      {view.legs.length > 1 && <LegList legs={view.legs} />}
      {inLine && view.before.length > 0 && (
        <section class="card before">
          <b>{say('before')}</b>
          <ol>
            {[...view.before.slice(-3), { number: view.number, state: null, counterId: null }].map((one) => (
              <li key={one.number} class={one.state === null ? 'you' : ''}>
                <b class="num">{one.number}</b>
                <span>
                  {one.state === null
                    ? say('you')
                    : one.state === 'called' || one.state === 'serving'
                      ? say('counterOnly', { counter: one.counterId ?? '' })
                      : say(`states.${one.state}`)}
                </span>
              </li>
            ))}
          </ol>
        </section>
      )}
      {view.missing.length > 0 && (
        <section class="card where amber">
          <Icon name="paper" size={24} />
          <div>
            <b>{say('missing', { count: view.missing.length })}</b>
            <span>{view.missing.join('、')}</span>
          </div>
        </section>
      )}
      <PhoneNotices notices={view.notices} media={view.media} />
      {inLine && (
        <footer>
          {trouble.value !== null && (
            <p class="trouble" role="alert">
              {trouble.value}
            </p>
          )}
          <button
            type="button"
            class="main"
            disabled={sound.value}
            onClick={() => {
              void ring.allow()
              sound.value = true
            }}
          >
            <Icon name="bell" size={22} /> {sound.value ? say('soundOn') : say('sound')}
          </button>
          {asking.value ? (
            <div class="ask" role="alertdialog" aria-label={say('cancelAsk')}>
              <p>{say('cancelAsk')}</p>
              <button type="button" class="main" onClick={() => void (asking.value = false)}>
                {say('cancelNo')}
              </button>
              <button type="button" onClick={() => void cancel()}>
                {say('cancelYes')}
              </button>
            </div>
          ) : (
            <button type="button" onClick={() => void (asking.value = true)}>
              <Icon name="close" size={20} /> {say('cancel')}
            </button>
          )}
        </footer>
      )}
    </main>
  )
}

function Nobody({ waiting }: { waiting: boolean }): JSX.Element {
  return (
    <main class="phone">
      <section class="card empty">
        <b>{waiting ? say('loading') : say('unknown')}</b>
        {!waiting && <p>{say('unknownHint')}</p>}
      </section>
    </main>
  )
}
