import { hourAt } from '../../gateway/contract/hall-time.ts'
import { type Command, type Report, command as commandSchema, report } from '../../gateway/contract/commands.ts'
import type { DeviceView } from '../../gateway/contract/device-view.ts'
import type { ServerMessage } from '../../gateway/contract/messages.ts'
import { keepHours } from '../../gateway/domain/appointments/keep-hours.ts'
import { decide, turnDay } from '../../gateway/domain/decide.ts'
import type { OfficeEvent } from '../../gateway/domain/events.ts'
import { evolve } from '../../gateway/domain/evolve.ts'
import type { HallModel } from '../../gateway/domain/hall-model.ts'
import type { Key } from '../../gateway/domain/keys.ts'
import { keepDay } from '../../gateway/domain/line/keep-day.ts'
import { type OfficeState, emptyOffice } from '../../gateway/domain/office-state.ts'
import { touchedBy } from '../../gateway/domain/touched-by.ts'
import { openRecorded } from '../../gateway/show/recorded.ts'
import { rowsText } from '../../gateway/show/rooms.ts'
import { type Show, openShow } from '../../gateway/show/show.ts'
import { afresh } from '../../gateway/show/sweep.ts'
import type { LooseCommand } from './given.ts'
import { liveWith } from './read-view.ts'

/** Somebody who listens: keeps what it was told, as a page does. */
interface Page {
  send(text: string): void
  /** By topic; rows as one text. */
  holds(topic: string): string
  messages: number
}

export interface ShowWorld {
  readonly state: OfficeState
  readonly hallModel: HallModel
  readonly show: Show
  /** Epoch ms. */
  now(): number
  order(loose: LooseCommand): void
  /** Moves the clock on; what time alone changes is told with the next beat of the show. */
  pass(ms: number): void
  /** Lets the process live on by its own monotonic clock; the hall's stands still. */
  wait(ms: number): void
  setDevices(devices: DeviceView[]): void
  replaceModel(next: HallModel): void
  page(): Page
  listen(page: Page, topics: readonly string[]): void
  leave(page: Page): void
  /** Topics that some page holds otherwise than they are when made afresh. */
  wrong(): string[]
}

/** The show path over the pure domain: time, turns and ids by hand. */
export function showWorld(firstModel: HallModel, start: number): ShowWorld {
  const state = emptyOffice()
  let hallModel = firstModel
  let now = start
  let ids = 0
  let elapsed = 0
  let devices: DeviceView[] = []
  const turns: (() => void)[] = []
  const beats: (() => void)[] = []
  const sources = {
    hallModel: () => hallModel,
    state: () => state,
    live: liveWith(() => devices),
    now: () => now,
  }
  const tasks = {
    // Each look at the clock is some milliseconds later, so that the show has to give way again and again.
    elapsed: () => (elapsed += 3),
    soon: (task: () => void) => void turns.push(task),
    every(_: number, task: () => void) {
      beats.push(task)
      return () => {}
    },
  }
  const show = openShow({ recorded: openRecorded(sources), seq: () => state.seq, tasks })
  const pages = new Map<Page, readonly string[]>()
  const takeTurns = (): void => {
    for (let task = turns.shift(); task; task = turns.shift()) task()
  }
  function wait(ms: number): void {
    elapsed += ms
    for (const beat of beats) beat()
    takeTurns()
  }
  function record(facts: readonly OfficeEvent[]): void {
    const touched = new Set<Key>()
    const touch = (key: Key): void => void touched.add(key)
    for (const fact of facts) {
      const event = { ...fact, seq: state.seq + 1, at: now, actor: 'test', commandId: null }
      touchedBy(state, event, touch)
      evolve(state, event)
      touchedBy(state, event, touch)
    }
    if (facts.length === 0) return
    show.invalidate(...touched)
    takeTurns()
  }
  function newPage(): Page {
    const views = new Map<string, string>()
    const tables = new Map<string, Map<string, string>>()
    const page: Page = {
      messages: 0,
      send(text) {
        page.messages += 1
        const message = JSON.parse(text) as ServerMessage
        if (message.type === 'view') views.set(message.topic, JSON.stringify(message.view))
        if (message.type !== 'rows') return
        const table = message.all ? new Map<string, string>() : (tables.get(message.topic) ?? new Map())
        tables.set(message.topic, table)
        for (const id of message.gone) table.delete(id)
        for (const [id, row] of message.rows) table.set(id, JSON.stringify(row))
      },
      holds: (topic) => views.get(topic) ?? rowsText(tables.get(topic) ?? []),
    }
    return page
  }
  return {
    state,
    get hallModel() {
      return hallModel
    },
    show,
    now: () => now,
    order(loose) {
      const reported = report.safeParse(loose)
      const command: Command | Report = reported.success ? reported.data : commandSchema.parse(loose)
      const { day, minute, weekday } = hourAt(now, hallModel.hall.timeZone)
      record(keepHours(hallModel, state, now))
      record(turnDay(state, day))
      record(keepDay(hallModel, state, { minute, weekday }))
      const moment = { now, day: state.day ?? day, minute, weekday, newId: () => `id${++ids}` }
      const decision = decide(hallModel, state, command, 'test', moment)
      if (decision.ok) record(decision.events)
    },
    pass(ms) {
      now += ms
      wait(ms)
    },
    wait,
    setDevices(next) {
      devices = next
      show.invalidate('live')
      takeTurns()
    },
    replaceModel(next) {
      hallModel = next
      show.invalidate('all')
      takeTurns()
    },
    page: newPage,
    listen(page, topics) {
      pages.set(page, topics)
      show.listen(page, topics)
      takeTurns()
    },
    leave(page) {
      pages.delete(page)
      show.leave(page)
    },
    wrong() {
      // Calm topics are told within a second.
      wait(1_000)
      return [...pages].flatMap(([page, topics]) =>
        topics.filter((topic) => page.holds(topic) !== afresh(sources, topic)),
      )
    },
  }
}
