import type { Link } from '../link.ts'
import { within } from '../within.ts'
import type { CardDriver, CardLine, CardTrouble, ShowOrder } from './card-driver.ts'
import type { LocalTime } from './local-time.ts'

/** What the device board is told. `off` is on purpose and no fault. */
export type CardState = { state: 'ok' } | { state: 'off' } | { state: 'fault'; trouble: CardTrouble }

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
  /** Cards forget at a power cut without telling: everything is said again this often. */
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
  /** The newest order wins; one that was not sent yet is forgotten. */
  show(order: ShowOrder): void
  stop(): Promise<void>
}

/** Keeps one card as it should be, for itself alone: a dead card holds up nobody else. */
export function superviseCard(
  { open, driver, wanted, localTime, onState }: SuperviseDeps,
  times: SuperviseTimes,
): SupervisedCard {
  let order: ShowOrder | null = null
  let shown: ShowOrder | null = null
  let link: Link | null = null
  let line: CardLine | null = null
  let lit: boolean | null = null
  let clockSet = Number.NEGATIVE_INFINITY
  let percent: number | null = null
  let stopped = false
  let failures = 0
  let wake = (): void => {}
  let called = false
  /** What is there speaks, but never as a card does. */
  let isStranger = (): boolean => false

  const pause = async (ms: number): Promise<void> => {
    if (!called && !stopped) await within(ms, new Promise<void>((done) => (wake = done)), undefined)
    called = false
  }
  function drop(): void {
    link?.close()
    link = null
    line = null
  }
  async function connect(): Promise<CardTrouble | null> {
    link = await open().catch(() => null)
    if (!link) return { kind: 'gone' }
    const opened = lineOver(link, driver, times.answerMs, () => {
      line = null
      called = true
      wake()
    })
    line = opened.line
    isStranger = opened.isStranger
    const trouble = await driver.greet(line)
    if (trouble) {
      line = null
      return trouble
    }
    clockSet = Number.NEGATIVE_INFINITY
    lit = null
    percent = null
    shown = null
    return null
  }
  async function settle(): Promise<CardTrouble | null> {
    if (!line) {
      drop()
      const trouble = await connect()
      if (trouble || !line) return trouble ?? { kind: 'gone' }
    }
    if (performance.now() - clockSet >= times.clockMs) {
      const trouble = await driver.clock(line, localTime())
      if (trouble) return trouble
      clockSet = performance.now()
    }
    const now = wanted()
    if (line && lit !== now.on) {
      const trouble = await driver.power(line, now.on)
      if (trouble) return trouble
      lit = now.on
    }
    if (line && now.on && now.percent !== null && percent !== now.percent) {
      const trouble = await driver.brightness(line, now.percent)
      if (trouble) return trouble
      percent = now.percent
    }
    while (line && lit && order && order !== shown && !stopped) {
      const sending: ShowOrder = order
      const trouble = await driver.show(line, sending)
      if (trouble) return trouble
      shown = sending
    }
    return line ? null : { kind: 'gone' }
  }
  async function run(): Promise<void> {
    let said = performance.now()
    while (!stopped) {
      const trouble = await settle().catch((): CardTrouble => ({ kind: 'gone' }))
      if (stopped) break
      if (trouble) {
        failures += 1
        onState({
          state: 'fault',
          trouble: trouble.kind === 'gone' && isStranger() ? { kind: 'wrong', why: '接的不像控制卡' } : trouble,
        })
        isStranger = () => false
        // A card that answered "no" is there: its link stays. One that was silent may be half way through a frame: begin anew.
        if (trouble.kind === 'gone') drop()
        else shown = null
        called = false
        await pause(Math.min(times.mostPauseMs, times.pauseMs * 2 ** Math.min(10, failures - 1)))
        continue
      }
      failures = 0
      onState({ state: lit === false ? 'off' : 'ok' })
      if (order === shown || lit === false) await pause(times.againMs)
      if (performance.now() - said >= times.againMs) {
        said = performance.now()
        shown = null
        lit = null
        percent = null
      }
    }
    drop()
  }
  const running = run()
  return {
    show(next) {
      order = next
      called = true
      // While a card is away its pauses stand: news must not make it be knocked at without end.
      if (failures === 0) wake()
    },
    async stop() {
      stopped = true
      called = true
      wake()
      drop()
      await running
    },
  }
}

function lineOver(
  link: Link,
  driver: CardDriver,
  answerMs: number,
  onGone: () => void,
): { line: CardLine; isStranger(): boolean } {
  const answers: Uint8Array[] = []
  let heard = 0
  let understood = false
  let give: ((answer: Uint8Array | null) => void) | null = null
  let gone = false
  const feed = driver.reader((answer) => {
    understood = true
    const waiting = give
    give = null
    if (waiting) waiting(answer)
    else if (answers.length < 16) answers.push(answer)
  })
  link.onData((bytes) => {
    heard += bytes.length
    feed(bytes)
  })
  link.onClose(() => {
    gone = true
    give?.(null)
    onGone()
  })
  const send = (bytes: Uint8Array): Promise<boolean> =>
    within(
      answerMs,
      link.write(bytes).then(() => true),
      false,
    )
  async function ask(bytes: Uint8Array): Promise<Uint8Array | null> {
    if (gone) return null
    // An empty question only listens on. What came before a real one is no answer to it.
    if (bytes.length === 0 && answers.length > 0) return answers.shift() ?? null
    if (bytes.length > 0) answers.length = 0
    const answered = new Promise<Uint8Array | null>((done) => (give = done))
    try {
      if (bytes.length > 0 && !(await send(bytes))) return null
      return gone ? null : await within(answerMs, answered, null)
    } finally {
      give = null
    }
  }
  const alone = link.alone ?? (<T>(work: () => Promise<T>): Promise<T> => work())
  const line: CardLine = {
    tell: (bytes) => alone(async () => !gone && send(bytes)),
    ask: (bytes) => alone(() => ask(bytes)),
  }
  // On a shared line one hears what the others answer, and that is no stranger.
  return { line, isStranger: () => link.alone === undefined && heard > 0 && !understood }
}
