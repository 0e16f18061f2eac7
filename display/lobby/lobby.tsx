import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useMemo } from 'preact/hooks'
import type { HallConnection } from '../../gateway/client/connect.ts'
import { getJson } from '../../gateway/client/fetch-json.ts'
import type { CallView, ScreenView } from '../../gateway/contract/views.ts'
import { Icon, Mark } from '../../kiosk/shared/icons.tsx'
import { clockIn, dateIn, useNow, useStage } from '../shared/use-stage.ts'
import { type ClipDetail, openAnnouncer } from './announce.ts'
import { type Places, placeOf, rowsOf } from './rows.ts'
import { openSpeaker } from './speaker.ts'
import { words } from './words.ts'

const RED_MS = 60_000
const STALE_MS = 15_000
const WAITS_VANISH_MS = 120_000
const PAGE_MS = 12_000
const QUEUES_SHOWN = 5

/** The wall: who is called where, how long the lines are, what is announced. It never goes black. */
export function Lobby({ hall, id }: { hall: HallConnection; id: string }): JSX.Element {
  const view = hall.view<ScreenView>(`screen:${id}`).value
  const places = useSignal<Places>([])
  const speaking = useSignal<string | null>(null)
  const announcer = useMemo(
    () =>
      openAnnouncer({
        speaker: openSpeaker((on) => reportSound(id, on)),
        memory: sessionStorage,
        now: hall.now,
        pause: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
        onSpeaking: (call) => void (speaking.value = call?.callId ?? null),
        onClip: (detail) => void dispatchEvent(new CustomEvent<ClipDetail>('tingshi:clip', { detail })),
      }),
    [],
  )
  const now = useNow(hall.now)
  const stage = useStage(1920, 1080)
  useEffect(() => {
    if (hall.online.value)
      void getJson<{ floors: Places }>('/api/v1/hall').then(
        ({ floors }) => void (places.value = floors),
        () => {},
      )
  }, [hall.online.value])
  useEffect(() => {
    if (view?.screen.voice) announcer.hear(view.calls)
  }, [view?.calls])
  if (!view)
    return (
      <div class="wall joining" style={stage}>
        <Mark size={160} />
        <p>{words.joining}</p>
      </div>
    )

  const age = hall.online.value ? 0 : Date.now() - hall.heardAt.value
  const rows = rowsOf(view.calls, view.screen.rows)
  const queues = [...view.waiting].sort((one, other) => other.waiting - one.waiting)
  const turn = Math.floor(now / PAGE_MS)
  // Only lines with people are paged through, and the last page is filled up.
  const filled = queues.slice(0, Math.max(QUEUES_SHOWN, Math.ceil(queues.filter((queue) => queue.waiting > 0).length / QUEUES_SHOWN) * QUEUES_SHOWN))
  const page = <T,>(list: readonly T[], each: number): readonly T[] => {
    const pages = Math.max(1, Math.ceil(list.length / each))
    return list.slice((turn % pages) * each, (turn % pages) * each + each)
  }
  const busiest = page(filled, QUEUES_SHOWN)
  const notice = view.notices[turn % Math.max(1, view.notices.length)]
  const zone = view.hall.timeZone
  return (
    <div class={`wall ${age > STALE_MS ? 'stale' : ''}`} style={{ ...stage, '--rows': view.screen.rows }}>
      <main class="calls">
        {rows.length === 0 && (
          <div class="no-calls">
            <b>{words.noCalls}</b>
            <span>{words.noCallsHint}</span>
          </div>
        )}
        {rows.map((call, index) => (
          <Row
            key={call.callId}
            call={call}
            place={placeOf(places.value, call)}
            current={index === 0}
            red={index === 0 && now - call.calledAt < RED_MS}
            swelling={speaking.value === call.callId}
          />
        ))}
      </main>
      <aside>
        <header>
          <Mark size={76} />
          <div>
            <b class="serif">{view.hall.name}</b>
            <span>{dateIn(zone, now)}</span>
          </div>
        </header>
        <div class="num clock">{clockIn(zone, now)}</div>
        <section class="waiting">
          <div class="head">
            <span>{words.waiting}</span>
            <span>{words.people}</span>
            <span>{words.minutes}</span>
          </div>
          {busiest.map((queue) => (
            <div class="queue" key={queue.id}>
              <span>{`${queue.series} ${queue.name.replace(/（.*）$/, '')}`}</span>
              <b class="num">{queue.waiting}</b>
              <span class="num">{queue.wait === null || age > WAITS_VANISH_MS ? '—' : `${queue.wait.lowMinutes}–${queue.wait.highMinutes}`}</span>
            </div>
          ))}
        </section>
        {age > STALE_MS ? (
          <p class="age">{words.stale(clockIn(zone, hall.heardAt.value))}</p>
        ) : (
          view.missed.length > 0 && (
            <section class="missed">
              <h2>
                <Icon name="missed" size={44} stroke={1.9} /> {words.missed}
              </h2>
              <div class="num">
                {page(view.missed, 3).map((number) => (
                  <span key={number}>{number}</span>
                ))}
              </div>
              <p>{words.requeue(view.requeueWithinMinutes)}</p>
            </section>
          )
        )}
      </aside>
      <footer>
        <Icon name="notice" size={52} stroke={1.7} />
        <span>{age > STALE_MS ? words.listen : (notice?.text ?? '')}</span>
        {age <= STALE_MS && view.notices.length > 1 && <small>{words.notices((turn % view.notices.length) + 1, view.notices.length)}</small>}
      </footer>
    </div>
  )
}

function Row({ call, place, current, red, swelling }: { call: CallView; place: string; current: boolean; red: boolean; swelling: boolean }): JSX.Element {
  return (
    <div class={`call ${current ? 'current' : ''} ${red ? 'red' : ''} ${swelling ? 'swelling' : ''} ${call.number.length > 4 ? 'five' : ''}`}>
      <b class="num">{call.number}</b>
      <Icon name="arrow" size={current ? 116 : 100} stroke={current ? 2.4 : 2} />
      <b class="num counter">{call.counterId}</b>
      <span>
        {words.counterUnit}
        <i class={place.length > 7 ? 'long' : ''}>{place}</i>
      </span>
    </div>
  )
}

/** Whether this screen can be heard is for staff to know, not for the public. */
function reportSound(id: string, on: boolean): void {
  const state = on ? 'on' : 'refused'
  document.documentElement.dataset.sound = state
  void fetch(`/api/v1/displays/${encodeURIComponent(id)}/sound`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ state }),
  }).catch(() => {})
}
