import { isWithin } from '../contract/day-span.ts'
import { minuteOf } from '../contract/hall-time.ts'
import type { Logger } from 'pino'
import type { Panel } from '../contract/hall.ts'
import type { PanelView } from '../contract/display-views.ts'
import { type Film, panelFilm } from '../../display/led/film.ts'
import { sceneKeys, sceneOf } from '../../display/led/scene.ts'
import type { Picture } from '../../display/led/picture.ts'
import type { ShowOrder } from '../devices/led/card-driver.ts'
import { localTimeIn } from '../devices/led/local-time.ts'
import { panelInk } from '../devices/led/panel-ink.ts'
import {
  CARD_TIMES,
  type CardState,
  type SuperviseTimes,
  type SupervisedCard,
  superviseCard,
} from '../devices/led/supervise-card.ts'
import type { Moment } from '../domain/decision.ts'
import type { LoggedEvent } from '../domain/events.ts'
import { isSwitchOf } from '../domain/devices/decide.ts'
import type { MediaShelf } from '../media/media-shelf.ts'
import type { Office } from '../office/office.ts'
import type { Shown } from '../audience.ts'
import { cardCondition, linesOf } from '../board/led-card-words.ts'
import { missingSigns } from './missing-signs.ts'
import type { DeviceBoard } from '../board/device-board.ts'
import { ledCardLinks, driverOf } from './open-led-card.ts'
import { panelPictures } from './panel-pictures.ts'
import { after } from '../time.ts'

export interface PaintingDeps {
  office: Office
  board: DeviceBoard
  /** TCP port of a simulated card in this process. */
  simulatedPort(panelId: string): number
  moment(): Moment
  logger: Logger
  media: Pick<MediaShelf, 'find'>
  /** Tells what a panel shows, at once and whenever it changes. */
  watch: Shown['watch']
  /** The board has changed. */
  invalidate(): void
}

/** Strips share their line: one that is dead must not keep the others waiting for long. */
const SHARED_ANSWER_MS = 500

/** All panels with a card, each for itself. Not a queue: what a panel shows is derived anew, the last picture wins. */
export function openPainting(
  { office, board, simulatedPort, moment, logger, media, watch, invalidate }: PaintingDeps,
  times: SuperviseTimes = CARD_TIMES,
): { stop(): Promise<void> } {
  const open = ledCardLinks(simulatedPort)
  const painters = office.hallModel.hall.panels.flatMap((panel) => (panel.card ? [painter(panel, panel.card)] : []))

  function painter(
    panel: Panel,
    card: NonNullable<Panel['card']>,
  ): { look(events: readonly LoggedEvent[]): void; stop(): Promise<void> } {
    let whole: PanelView | null = null
    let lastCalm = ''
    let sent = { whole: '', calm: '' }
    let soon: (() => void) | null = null
    let timer: (() => void) | null = null
    const pictures = panelPictures(media, panel)
    let state: CardState | null = null
    let missing: string[] = []
    function tell(): void {
      if (!state) return
      board.learn(panel.id, cardCondition(state, missing))
      invalidate()
    }
    const supervised: SupervisedCard = superviseCard(
      {
        open: () => open(panel.id, card.link),
        driver: driverOf(panel, card, moment().now),
        wanted: () =>
          office.state.devices.off.has(panel.id)
            ? { on: false, percent: null }
            : wantedAt(card, moment().minute, office.hallModel.alwaysOpen),
        localTime: () => localTimeIn(office.hallModel.hall.timeZone, moment().now),
        onState(next) {
          state = next
          tell()
        },
      },
      card.link.kind === 'serial' ? { ...times, answerMs: Math.min(times.answerMs, SHARED_ANSWER_MS) } : times,
    )
    function paint(view: PanelView): void {
      const { now } = moment()
      const ready: ReadonlyMap<string, Picture> = isFullColour(card)
        ? pictures.of(view.media, () => look(true))
        : new Map()
      const lines = linesOf(view, now)
      const before = missing.join('')
      missing = missingSigns(
        card.kind,
        card.kind === 'bxk' ? lines : [...lines, ...view.notices.map(({ text }) => text)],
      )
      if (missing.join('') !== before) tell()
      const keys = keysOf(view, lines, ready, now)
      if (keys.whole === sent.whole) return
      const isCalm = keys.calm === sent.calm
      sent = keys
      supervised.show(
        orderOf(view, lines, ready, () => moment().now),
        isCalm ? 'after-loop' : 'now',
      )
    }
    /** Only the number of those who wait is another one: it may come a moment later, and then for all who came meanwhile. */
    function isCalm(view: PanelView): boolean {
      const calmly = JSON.stringify({ ...view, waiting: 0 })
      const calm = calmly === lastCalm && view.counter === null
      lastCalm = calmly
      return calm
    }
    function look(again = false): void {
      try {
        if (!whole) return
        // While calls stand there, a drawn panel tells of nobody else: sent again it would begin to flash anew.
        const view =
          isDrawn(card) && whole.calls.some(({ calledAt }) => moment().now - calledAt < RECENT_MS)
            ? { ...whole, waiting: 0 }
            : whole
        if (isCalm(view) && !again) {
          soon ??= after(CALM_MS, () => look(true))
          return
        }
        soon?.()
        soon = null
        paint(view)
        timer?.()
        timer = after(nextLook(view, moment().now), () => look(true))
      } catch (broken) {
        // A picture that cannot be drawn must not keep another panel dark.
        logger.error(broken)
      }
    }
    const leave = watch<PanelView | null>(`panel:${panel.id}`, (view) => {
      whole = view
      look()
    })
    return {
      look(events) {
        if (events.some((event) => isSwitchOf(event, panel.id))) supervised.look()
      },
      async stop() {
        leave()
        timer?.()
        soon?.()
        await supervised.stop()
      },
    }
  }
  const leave = office.onFacts((events) => {
    for (const one of painters) one.look(events)
  })
  return {
    async stop() {
      leave()
      await Promise.all(painters.map((one) => one.stop()))
    },
  }
}

/** What goes to the card, to compare with what went there: `calm` without what may wait for the end of a film. */
function keysOf(view: PanelView, lines: readonly string[], ready: ReadonlyMap<string, Picture>, now: number) {
  const scene = sceneKeys(sceneOf(view, now).scene)
  const strip = stripOf(view)
  const calmLines = linesOf({ ...view, waiting: 0 }, now)
  return {
    whole: JSON.stringify([scene.whole, lines, strip, [...ready.keys()]]),
    calm: JSON.stringify([scene.calm, calmLines, { ...strip, waiting: 0 }, [...ready.keys()]]),
  }
}
const stripOf = (view: PanelView): ShowOrder['strip'] => ({
  number: view.counter ? (view.counter.ticket ?? '') : (view.calls[0]?.number ?? ''),
  counter: view.counter?.id ?? view.calls[0]?.counterId ?? '',
  waiting: view.counter?.waiting ?? view.waiting,
})
/** Drawn only when it is really sent, as it is then: a card that is away costs nothing. */
function orderOf(
  view: PanelView,
  lines: readonly string[],
  ready: ReadonlyMap<string, Picture>,
  now: () => number,
): ShowOrder {
  let film: Film | null = null
  return { film: () => (film ??= panelFilm(view, now(), panelInk(), ready)), lines, strip: stripOf(view) }
}

const CALM_MS = 1_000
const RECENT_MS = 60_000
const FLASH_MS = 6_000
/** When the picture changes without any news: a flash ends, a call grows old, the clock goes on. */
function nextLook({ calls, emergency }: PanelView, now: number): number {
  if (emergency) return RECENT_MS
  const ends = calls.flatMap(({ calledAt }) => [calledAt + FLASH_MS, calledAt + RECENT_MS]).filter((at) => at > now)
  return Math.max(50, Math.min(...ends, (Math.floor(now / RECENT_MS) + 1) * RECENT_MS) - now + 5)
}

const isDrawn = ({ kind }: NonNullable<Panel['card']>): boolean => kind === 'bx6' || kind === 'huidu'
const isFullColour = ({ colour }: NonNullable<Panel['card']>): boolean => colour === 'rgb565' || colour === 'rgb888'

/** On or off by the panel's hours (also over midnight), and how bright by the time of day. */
export function wantedAt(
  { hours, brightness }: Pick<NonNullable<Panel['card']>, 'hours' | 'brightness'>,
  minute: number,
  alwaysOn: boolean,
): { on: boolean; percent: number | null } {
  const on = alwaysOn || !hours || isWithin({ from: hours.on, to: hours.off }, minute)
  const steps = brightness.toSorted((one, other) => minuteOf(one.from) - minuteOf(other.from))
  const step = steps.findLast((one) => minuteOf(one.from) <= minute) ?? steps.at(-1)
  return { on, percent: step?.percent ?? null }
}
