import { hourAt } from '../../gateway/contract/hall-time.ts'
import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect, useMemo } from 'preact/hooks'
import { accessToken } from '../../gateway/client/access.ts'
import type { HallConnection } from '../../gateway/client/connect.ts'
import { anything, ask, withFields } from '../../gateway/client/ask.ts'
import { getJson } from '../../gateway/client/get-json.ts'
import type { CallView } from '../../gateway/contract/display-views.ts'
import type { SpeakingDetail } from '../../gateway/contract/voice/speaking.ts'
import type { WallLayout } from '../../gateway/contract/wall-layout.ts'
import { firstScreenStands } from '../shared/first-screen.ts'
import { Mark } from '../shared/icons.tsx'
import { useLastView } from '../shared/last-view.ts'
import { readReviewed, withReviewed } from '../shared/reviewed-scripts.ts'
import { STALE_MS } from '../shared/stale.ts'
import { useReloads } from '../shared/use-reloads.ts'
import { dateIn, useNow, useStage } from '../shared/use-stage.ts'
import type { ClipDetail } from './announce.ts'
import { Full } from './beside.tsx'
import { callsSize } from './calls-size.ts'
import { onDutyNotice } from './on-duty-notice.ts'
import { placed } from './placing.ts'
import { usePulse } from './pulse.ts'
import type { Places } from './rows.ts'
import { usePicture } from './use-picture.ts'
import { lateVoice } from './voice/late-voice.ts'
import { volumeAt } from './volume-at.ts'
import { say } from './words.ts'
import { type WallShown, wallShown } from './wall-shown.ts'
import { Zone } from './zone.tsx'
import { pause } from '../../gateway/client/page-clock.ts'

/** So long the calls stand open after the last one, before a notice may cover them again. */
const AFTER_CALL_MS = 10_000

/** The wall: who is called where, how long the lines are, what is announced, in the hall's layout. It never goes black. */
export function Lobby({ hall, id }: { hall: HallConnection; id: string }): JSX.Element {
  const shown = useMemo(() => wallShown(hall, id), [])
  const { view, heardAt } = useLastView<WallShown>(hall, `wall:${id}`, shown)
  const places = useSignal<Places>([])
  /** The languages that the hall asks for. */
  const asked = useSignal<readonly string[]>([])
  const speaking = useSignal<CallView | null>(null)
  const sound = useSignal<'on' | 'refused' | 'off'>('off')
  const latest = useMemo(() => ({ view: null as WallShown | null }), [])
  latest.view = view
  const firstPicture = useMemo(() => Promise.withResolvers<void>(), [])
  const voice = useMemo(
    () =>
      lateVoice(firstPicture.promise, {
        // A screen without a voice fetches no clips and has nothing to tell of its sound.
        onSound(on) {
          if (!latest.view?.screen.voice) return
          sound.value = on ? 'on' : 'refused'
          reportSound(id, on)
        },
        voices: () => voicesOf(latest.view),
        memory: sessionStorage,
        now: hall.now,
        pause,
        manner: () => {
          const here = latest.view
          if (!here?.screen.voice) return { volume: 0, times: 1, onceFrom: 1, languages: [], emergencyVolume: 0 }
          const { times, onceFrom, languages, emergencyVolume } = here.wall.sound
          const volume = volumeAt(here.wall.sound, hourAt(hall.now(), here.hall.timeZone).minute)
          return { volume, times, onceFrom, languages, emergencyVolume: emergencyVolume / 100 }
        },
        onSpeaking(call) {
          speaking.value = call
          dispatchEvent(
            new CustomEvent<SpeakingDetail>('tingshi:speaking', {
              detail: call && { number: call.number, counterId: call.counterId },
            }),
          )
        },
        onClip: (detail) => void dispatchEvent(new CustomEvent<ClipDetail>('tingshi:clip', { detail })),
      }),
    [],
  )
  const isDrawn = view !== null
  useEffect(() => {
    if (isDrawn) void firstScreenStands().then(firstPicture.resolve)
  }, [isDrawn])
  const voices = voicesOf(view).join(' ')
  useEffect(() => {
    if (voices !== '') voice.prepare()
  }, [voices])
  const now = useNow(hall.now)
  const { stage, unit, part, zones } = view
    ? { ...view.wall.layout, part: view.wall.part }
    : { stage: [1920, 1080] as const, unit: 1, part: 'whole' as const, zones: [] }
  const transform = useStage(stage[0], stage[1], part)
  const { played, broke } = usePulse(hall, id, {
    layoutId: view?.wall.layout.id ?? 'none',
    current: speaking.value?.number ?? null,
    sound: sound.value,
  })
  useEffect(() => {
    // Also while the gateway is away: what this screen kept then answers. Asked for before the many clips.
    void getJson('/api/v1/hall', withFields<{ floors: Places; languages: string[] }>('floors', 'languages')).then(
      ({ floors, languages }) => {
        places.value = floors
        asked.value = languages
      },
      () => {},
    )
  }, [hall.online.value])
  const order = view?.wall.scripts.order
  useEffect(() => void readReviewed(order, asked.value), [order?.join(), asked.value])
  usePicture(id, view?.wall.orders.pictureId ?? null, () => document.getElementById('app'))
  const loadedAt = useMemo(() => hall.now(), [])
  const zone = view?.hall.timeZone ?? 'Asia/Shanghai'
  const reloads = { reloadAt: view?.wall.reloadAt ?? null, orderedAt: view?.wall.orders.reloadAt ?? 0 }
  useReloads(id, loadedAt, hall.online.value, reloads, hourAt(now, zone).minute, dateIn(zone, now))
  const live = shown.value
  useEffect(() => {
    if (live)
      voice.hear({
        calls: live.calls,
        takenBack: live.takenBack,
        announcements: live.wall.announcements,
        emergency: live.emergency,
      })
  }, [live])
  if (!view)
    return (
      <main class="wall joining" style={transform}>
        <Mark size={160} />
        <p>{say('joining')}</p>
      </main>
    )

  const age = hall.online.value && live !== null ? 0 : now - heardAt
  const wall = { ...view.wall, scripts: withReviewed(view.wall.scripts, 'lobby') }
  const where = placed(view.wall.layout, [...view.notices, ...onDutyNotice(view)], view.media)
  const state = {
    hall,
    view: { ...view, wall },
    placed: where,
    places: places.value,
    speaking: speaking.value,
    now,
    age,
    heardAt,
    onPlayed: played,
    onBroken: broke,
  }
  const hasFull = where.full.notices.length + where.full.media.length > 0
  // Whoever is called goes before every notice.
  const calledAt = view.calls[0]?.calledAt ?? 0
  const isQuiet =
    hasFull &&
    age <= STALE_MS &&
    speaking.value === null &&
    now - calledAt > AFTER_CALL_MS &&
    view.wall.announcements.length === 0
  // Of two screens side by side each draws, and proves, what hangs on it alone.
  const [seam = stage[0]] = view.wall.layout.seams
  const shownZones = part === 'whole' ? zones : zones.filter(({ box: [left] }) => left < seam === (part === 'left'))
  const { numberPx, rowPx } = callsSize(view.wall.layout, view.screen.rows)
  const sizes = { '--u': unit, '--n': `${numberPx}px`, '--row': `${rowPx}px`, '--mong': view.wall.scripts.ratio }
  return (
    <main
      class={`wall ${age > STALE_MS ? 'stale' : ''}`}
      style={{ ...transform, ...sizes, ...pixels({ width: stage[0], height: stage[1] }) }}
    >
      {shownZones.map(({ kind, box: [left, top, width, height], columns }) => (
        <section
          key={`${kind} ${left} ${top}`}
          class={`zone ${kind}${kind === 'clock' && isRightOfName(left, top, zones) ? ' at-edge' : ''}`}
          style={{ ...pixels({ left, top, width, height }), '--columns': columns, '--per': view.screen.rows }}
        >
          <Zone
            kind={kind}
            width={width / unit}
            height={height / unit}
            columns={columns}
            hasList={zones.some((zone) => zone.kind === 'waiting' || zone.kind === 'load')}
            state={state}
          />
        </section>
      ))}
      {isQuiet &&
        whole(view.wall.layout, part).map(([left, width], nth) => (
          <div key={left} style={{ ...pixels({ left, top: 0, width, height: stage[1] }), position: 'absolute' }}>
            <Full
              {...where.full}
              width={width / unit}
              height={stage[1] / unit}
              onPlayed={nth === 0 ? played : () => {}}
              onBroken={nth === 0 ? broke : () => {}}
            />
          </div>
        ))}
    </main>
  )
}

/** A clock beside the hall's name stands at the edge of the wall, one below it in line with it. */
const isRightOfName = (left: number, top: number, zones: WallLayout['zones']): boolean =>
  zones.some(({ kind, box }) => kind === 'brand' && box[0] < left && box[1] === top)
/** Emergencies are said in Chinese whatever calls are said in. */
const voicesOf = (view: WallShown | null): readonly string[] =>
  view?.screen.voice ? [...new Set([...view.wall.sound.languages, 'zh-Hans'])] : []

/** Whether this screen can be heard is for staff to know, not for the public. */
function reportSound(id: string, on: boolean): void {
  const state = on ? 'on' : 'refused'
  document.documentElement.dataset.sound = state
  const address = `/api/v1/displays/${encodeURIComponent(id)}/sound`
  // Believed from the screen itself only: it shows its token.
  void accessToken('display', id).then((token) => ask(address, anything, { body: { state }, token }))
}

/** Left edge and width of each surface that a notice over the whole wall covers: text must not lie across a seam. */
function whole({ stage, seams }: WallLayout, part: 'whole' | 'left' | 'right'): [left: number, width: number][] {
  const edges = [0, ...seams, stage[0]]
  const all = seams.map((_, nth): [number, number] => [edges[nth] ?? 0, (edges[nth + 1] ?? 0) - (edges[nth] ?? 0)])
  const last = edges.at(-2) ?? 0
  const surfaces: [number, number][] = [...all, [last, stage[0] - last]]
  return part === 'left' ? surfaces.slice(0, 1) : part === 'right' ? surfaces.slice(-1) : surfaces
}

const pixels = (sizes: Record<string, number>): Record<string, string> =>
  Object.fromEntries(Object.entries(sizes).map(([side, size]) => [side, `${size}px`]))
