import type { SlipFault } from '../contract/commands.ts'
import type { Hall } from '../contract/hall.ts'
import type { DeviceHealth, DeviceView } from '../contract/device-view.ts'
import { type DeviceRow, deviceRows } from './device-rows.ts'
import { whatToDo } from './what-to-do.ts'

type State = DeviceView['state']
type Known = Omit<DeviceHealth, 'id' | 'kind' | 'name' | 'where'>

export interface DeviceBoard {
  /** What a device was last known to be. The same word again keeps its `since`. */
  learn(id: string, state: State, word: string, fault: SlipFault | null): void
  /** Something happened that changes no state: it stands in the device's history. */
  note(id: string, word: string): void
  /** One more of what this device does: 打出, 扫码, 按键. */
  count(id: string, what: string): void
  /** For the desk and the pages. */
  views(): DeviceView[]
  /** With place, history and counts: for /manage/, the health address and other systems. */
  health(): DeviceHealth[]
  /** Called when a state has changed; `before` null = nothing was known. */
  onChange(listener: (device: DeviceHealth, before: State | null) => void): void
}
export interface BoardParts {
  hall: Hall
  /** Whether a page of this topic is there. */
  isListening(topic: string): boolean
  /** Whether a device of this row may be away on purpose now: the hall is closed, the counter is. */
  mayBeOff(row: DeviceRow): boolean
  now(): number
}

const HISTORY_KEPT = 20
/** Desk, terminals and start page ask in the same round; with 170 counters the answer is worth keeping for it. */
const VIEWS_KEPT_MS = 30

/** The state of every device in the hall, for the desk, the health address and the start page. */
export function deviceBoard({ hall, isListening, mayBeOff, now }: BoardParts): DeviceBoard {
  const known = new Map<string, Known>()
  const counts = new Map<string, Map<string, number>>()
  const heard = new Map<string, number>()
  const startedAt = now()
  const listeners: ((device: DeviceHealth, before: State | null) => void)[] = []
  const rows = deviceRows(hall)
  let viewed: { at: number; views: DeviceView[] } | null = null
  const rowOf = new Map(rows.map((row) => [row.id, row]))

  function learn(id: string, state: State, word: string, fault: SlipFault | null): void {
    const before = known.get(id)
    if (state !== 'off' && word !== '离线') heard.set(id, now())
    if (before?.state === state && before.word === word) return
    viewed = null
    const row = rowOf.get(id)
    const history = [...(before?.history ?? []), { at: now(), state, word }].slice(-HISTORY_KEPT)
    const isBad = state === 'fault' || state === 'warning'
    known.set(id, {
      ...{ state, word, fault, history, heardAt: null },
      // The rest of a roll counts down in the word; the state and the time since when stay.
      since: before?.state === state ? before.since : now(),
      todo: row ? whatToDo(row.kind, state, word, fault, row.name) : null,
      lastFault: isBad ? { at: now(), word } : (before?.lastFault ?? null),
      faults: (before?.faults ?? 0) + (state === 'fault' && before?.state !== 'fault' ? 1 : 0),
      counts: [],
    })
    if (row && before?.state !== state) for (const listener of listeners) listener(healthOf(row), before?.state ?? null)
  }
  /** A page that never came is not a fault: nobody has switched it on yet. One that left when the day was over is none either. */
  function listenForPage(row: DeviceRow, topic: string): void {
    const before = known.get(row.id)
    if (isListening(topic)) {
      heard.set(row.id, now())
      if (before?.state !== 'warning') learn(row.id, 'ok', '正常', null)
    } else if (before && before.state !== 'off') {
      if (mayBeOff(row)) learn(row.id, 'off', '关了', null)
      else learn(row.id, 'fault', '离线', null)
    }
  }
  function healthOf({ id, kind, name, topic, where }: DeviceRow): DeviceHealth {
    const unseen: Known = {
      ...{ state: topic === null ? 'unknown' : 'off', word: topic === null ? '还不知道' : '未开', since: startedAt },
      ...{ todo: null, fault: null, history: [], faults: 0, lastFault: null, heardAt: null, counts: [] },
    }
    const own = [...(counts.get(id) ?? [])].map(([what, count]) => ({ what, count }))
    return { id, kind, name, where, ...(known.get(id) ?? unseen), heardAt: heard.get(id) ?? null, counts: own }
  }
  function health(): DeviceHealth[] {
    for (const row of rows) if (row.topic !== null) listenForPage(row, row.topic)
    return rows.map(healthOf)
  }
  return {
    learn,
    note(id, word) {
      heard.set(id, now())
      const row = rows.find((one) => one.id === id)
      // Nobody may have asked for this device yet; what it tells is kept all the same.
      if (row && row.topic !== null) listenForPage(row, row.topic)
      const before = known.get(id)
      if (before) known.set(id, { ...before, history: [...before.history, { at: now(), state: before.state, word }].slice(-HISTORY_KEPT) })
    },
    count(id, what) {
      heard.set(id, now())
      const own = counts.get(id) ?? new Map<string, number>()
      counts.set(id, own.set(what, (own.get(what) ?? 0) + 1))
    },
    health,
    views() {
      const at = now()
      if (viewed && at - viewed.at < VIEWS_KEPT_MS) return viewed.views
      const views = health().map(({ id, kind, name, state, since, word, todo, fault }) => ({ id, kind, name, state, since, word, todo, fault }))
      viewed = { at, views }
      return views
    },
    onChange: (listener) => void listeners.push(listener),
  }
}
