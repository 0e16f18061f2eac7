import type { Link } from '../link.ts'
import { within } from '../within.ts'
import type { CardDriver, CardLine, CardResult, CardTrouble, ShowOrder } from './card-driver.ts'
import { cardLine } from './card-line.ts'
import type { LocalTime } from './local-time.ts'
import { monotonic } from '../../time.ts'

export type CardSetting = 'clock' | 'power' | 'brightness'
/** What the device board is told. `off` is on purpose and no fault; `refused`: what the card does not let itself be told, beside pictures. */
export type CardState =
  | { state: 'ok' | 'off'; refused: readonly CardSetting[] }
  | { state: 'fault'; trouble: CardTrouble }

export interface SuperviseDeps {
  open(): Promise<Link | null>
  driver: CardDriver
  /** Should it be lit now, and how bright? */
  wanted(): { on: boolean; percent: number | null }
  localTime(): LocalTime
  onState(state: CardState): void
}
export interface SuperviseTimes {
  answerMs: number
  /** First pause after a failure; it doubles up to `mostPauseMs`. */
  pauseMs: number
  mostPauseMs: number
  /** Cards forget at a power cut without telling: everything is said again this often, at the end of the film that runs. */
  againMs: number
  /** Their clocks run some seconds a day wrong: they are set again this often. */
  clockMs: number
}
export const CARD_TIMES: SuperviseTimes = {
  answerMs: 3_000,
  pauseMs: 1_000,
  mostPauseMs: 30_000,
  againMs: 30_000,
  clockMs: 3_600_000,
}

export interface SupervisedCard {
  /** The newest order wins; one that was not sent yet is forgotten. `after-loop`: when the film that runs has come to its end. */
  show(order: ShowOrder, when: 'now' | 'after-loop'): void
  /** `wanted` may have changed. */
  look(): void
  stop(): Promise<void>
}

/** Keeps one card as it should be, for itself alone: a dead card holds up nobody else. */
export function superviseCard(
  { open, driver, wanted, localTime, onState }: SuperviseDeps,
  times: SuperviseTimes,
): SupervisedCard {
  let order: ShowOrder | null = null
  /** When the order may leave. */
  let due = 0
  let shown: { order: ShowOrder; at: number; loopMs: number } | null = null
  let link: Link | null = null
  let line: CardLine | null = null
  let lit: boolean | null = null
  let clockSet = Number.NEGATIVE_INFINITY
  let percent: number | null = null
  let saidAt = 0
  let answeredAt = 0
  const refused = new Set<CardSetting>()
  let stopped = false
  let failures = 0
  let wake = (): void => {}
  let called = false
  /** What is there speaks, but never as a card does. */
  let isStranger = (): boolean => false

  /** Until something has happened. */
  async function rest(ms: number): Promise<void> {
    if (!called && !stopped) await within(ms, new Promise<void>((done) => (wake = done)), undefined)
    called = false
  }
  function rouse(): void {
    called = true
    wake()
  }
  /** What was given up must not come out of a send buffer when the cable is mended: an old call over a new one. */
  function drop(): void {
    link?.reset()
    link = null
    line = null
  }
  async function connect(): Promise<CardTrouble | null> {
    drop()
    const opened = await open().catch(() => null)
    if (!opened) return { kind: 'gone' }
    if (stopped) {
      opened.close()
      return { kind: 'gone' }
    }
    link = opened
    const talk = cardLine(opened, driver, times.answerMs, () => {
      // A link that was replaced counts for nothing, and neither does the end of one that was given up.
      if (link !== opened) return
      line = null
      rouse()
    })
    isStranger = talk.isStranger
    line = talk.line
    const trouble = await driver.greet(talk.line)
    if (trouble) return trouble
    clockSet = Number.NEGATIVE_INFINITY
    lit = null
    percent = null
    shown = null
    due = 0
    refused.clear()
    return null
  }
  /** The end of the film that runs, `least` ms after it was sent or later; a picture that stands still ends when it likes. */
  function endOfLoop(least: number): number {
    if (!shown) return 0
    const { at, loopMs } = shown
    return loopMs === 0 ? at + least : at + Math.ceil(Math.max(least, 1) / loopMs) * loopMs
  }
  async function showWhatIsDue(to: CardLine): Promise<CardResult> {
    while (line === to && order && order !== shown?.order && monotonic() >= due && !stopped) {
      const sending: ShowOrder = order
      const trouble = await driver.show(to, sending)
      if (trouble) return trouble
      answeredAt = monotonic()
      shown = { order: sending, at: answeredAt, loopMs: driver.loopMs(sending) }
    }
    return null
  }
  /** A card that refuses to be dimmed shows pictures all the same: that is told, and no reason to leave it dark. */
  async function set(what: CardSetting, work: Promise<CardResult>): Promise<CardResult> {
    const trouble = await work
    answeredAt = monotonic()
    if (trouble?.kind === 'refused') refused.add(what)
    else refused.delete(what)
    return trouble?.kind === 'refused' ? null : trouble
  }
  async function settle(): Promise<CardResult> {
    if (!line) {
      const trouble = await connect()
      if (trouble) return trouble
    }
    const to = line
    if (!to) return { kind: 'gone' }
    const wish = wanted()
    const first = wish.on ? await showWhatIsDue(to) : null
    if (first && first.kind !== 'refused') return first
    if (lit !== wish.on) {
      const trouble = await set('power', driver.power(to, wish.on))
      if (trouble) return trouble
      lit = wish.on
    }
    if (wish.on && wish.percent !== null && percent !== wish.percent) {
      const trouble = await set('brightness', driver.brightness(to, wish.percent))
      if (trouble) return trouble
      percent = wish.percent
    }
    // In the middle of a long film nothing else would tell that the card has died.
    const isUnheard = monotonic() - answeredAt >= times.againMs
    if (isUnheard || monotonic() - clockSet >= times.clockMs) {
      const trouble = await set('clock', driver.clock(to, localTime()))
      if (trouble) return trouble
      clockSet = monotonic()
    }
    // Some take no picture while they are dark; by now it is lit.
    const second = wish.on ? await showWhatIsDue(to) : null
    return second ?? (line === to ? null : { kind: 'gone' })
  }
  /** What fails is left alone for longer and longer: nothing that happens meanwhile makes it be asked sooner. */
  async function backOff(): Promise<void> {
    const ms = Math.min(times.mostPauseMs, times.pauseMs * 2 ** Math.min(10, failures - 1))
    const until = monotonic() + ms
    while (!stopped && monotonic() < until) await rest(until - monotonic())
  }
  async function run(): Promise<void> {
    while (!stopped) {
      const trouble = await settle().catch((): CardTrouble => ({ kind: 'gone' }))
      if (stopped) break
      if (trouble) {
        failures += 1
        onState({ state: 'fault', trouble: trouble.kind === 'gone' && isStranger() ? { kind: 'stranger' } : trouble })
        isStranger = () => false
        // A card that answered "no" is there: its link stays. One that was silent may be half way through a frame: begin anew.
        if (trouble.kind !== 'refused') drop()
        shown = null
        due = 0
        await backOff()
        continue
      }
      failures = 0
      onState({ state: lit === false ? 'off' : 'ok', refused: [...refused] })
      const now = monotonic()
      const again = shown ? endOfLoop(times.againMs) : saidAt + times.againMs
      if (now >= again) {
        saidAt = now
        shown = null
        due = 0
        lit = null
        percent = null
        continue
      }
      const waits = order !== null && order !== shown?.order && lit !== false ? due : Number.POSITIVE_INFINITY
      // The hours at which it should be lit go on meanwhile.
      if (waits > now) await rest(Math.max(1, Math.min(again, waits, now + times.againMs) - now))
    }
    link?.close()
  }
  const running = run()
  return {
    show(next, when) {
      // What waits for the end of a film does not hold up what was urgent before it.
      const isPending = order !== null && order !== shown?.order
      const at = when === 'now' ? 0 : endOfLoop(monotonic() - (shown?.at ?? 0))
      due = isPending ? Math.min(due, at) : at
      order = next
      rouse()
    },
    look: rouse,
    async stop() {
      stopped = true
      rouse()
      link?.close()
      line = null
      await running
    },
  }
}
