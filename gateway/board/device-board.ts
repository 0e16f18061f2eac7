import type { SlipFault } from '../contract/commands.ts'
import type { Hall } from '../contract/hall.ts'
import type { DeviceHealth, DeviceView, RememberedDevice } from '../contract/device-view.ts'
import type { DeviceRow } from './device-row.ts'
import { deviceRows } from './device-rows.ts'
import { padPlace } from './input-rows.ts'
import { whatToDo } from './what-to-do.ts'

type State = DeviceView['state']
type Known = Omit<DeviceHealth, 'id' | 'kind' | 'name' | 'where' | 'off' | 'todo'>

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
  /** Somebody has just switched this device off or on. */
  switched(id: string): void
  /** What should outlive a restart: for each device that was ever heard of, at most 20 changes. */
  memory(): Map<string, RememberedDevice>
  /** Called when a state has changed; `before` null = nothing was known. */
  onChange(listener: (device: DeviceHealth, before: State | null) => void): void
}
export interface BoardDeps {
  hall: Hall
  /** Whether a page of this topic is there. */
  isListening(topic: string): boolean
  /** Whether a device of this row may be away on purpose now: the hall is closed, the counter is. */
  mayBeOff(row: DeviceRow): boolean
  /** Who switched it off on purpose; null = it is in use. */
  offOf(id: string): DeviceView['off']
  /** The counter that a pad was bound to in the hall; null = as the hall folder says. */
  boundTo(padId: string): string | null
  /** What the board knew before the gateway was started. */
  remembered: ReadonlyMap<string, RememberedDevice>
  now(): number
}

const HISTORY_KEPT = 20
/** Desk, terminals and start page ask in the same round; with 170 counters the answer is worth keeping for it. */
const VIEWS_KEPT_MS = 30

const offWord = ({ reason }: NonNullable<DeviceView['off']>): string => (reason === null ? '停用' : `停用：${reason}`)

/** The state of every device in the hall, for the desk, the health address and the start page. */
export function deviceBoard({ hall, isListening, mayBeOff, offOf, remembered, boundTo, now }: BoardDeps): DeviceBoard {
  const known = new Map<string, Known>()
  const before = <T>(read: (device: RememberedDevice) => T): [string, T][] =>
    [...remembered].map(([id, device]) => [id, read(device)])
  const counts = new Map(before((device) => new Map(device.counts.map(({ what, count }) => [what, count]))))
  const heard = new Map(
    before(({ heardAt }) => heardAt).flatMap(([id, at]) => (at === null ? [] : [[id, at] as const])),
  )
  const startedAt = now()
  const listeners: ((device: DeviceHealth, before: State | null) => void)[] = []
  const rows = deviceRows(hall)
  let viewed: { at: number; views: DeviceView[] } | null = null
  const rowOf = new Map(rows.map((row) => [row.id, row]))

  function learn(id: string, state: State, word: string, fault: SlipFault | null): void {
    const here = known.get(id)
    const before = here ?? remembered.get(id)
    if (state !== 'off' && word !== '离线') heard.set(id, now())
    if (here?.state === state && here.word === word) return
    viewed = null
    const isNews = before?.state !== state || before.word !== word
    const row = rowOf.get(id)
    const past = before?.history ?? []
    const history = offOf(id) !== null || !isNews ? past : [...past, { at: now(), state, word }].slice(-HISTORY_KEPT)
    const isOff = offOf(id) !== null
    // Whoever works on a device that is set aside pulls it out and opens it: that is no fault and no history.
    const isBad = !isOff && (state === 'fault' || state === 'warning')
    known.set(id, {
      state,
      word,
      fault,
      history,
      heardAt: null,
      // The rest of a roll counts down in the word; the state and the time since when stay.
      since: before?.state === state ? before.since : now(),
      lastFault: isBad && isNews ? { at: now(), word } : (before?.lastFault ?? null),
      faults: (before?.faults ?? 0) + (isBad && state === 'fault' && before?.state !== 'fault' ? 1 : 0),
      counts: [],
    })
    if (row && !isOff && here?.state !== state)
      for (const listener of listeners) listener(healthOf(row), here?.state ?? null)
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
  function healthOf(row: DeviceRow): DeviceHealth {
    const { id, kind, topic } = row
    const bound = kind === 'pad' ? boundTo(id) : null
    const { name, where } = bound === null ? row : padPlace(hall, bound)
    const unseen: Known = {
      state: topic === null ? 'unknown' : 'off',
      word: topic === null ? '还不知道' : '未开',
      since: startedAt,
      fault: null,
      heardAt: null,
      counts: [],
      history: remembered.get(id)?.history ?? [],
      faults: remembered.get(id)?.faults ?? 0,
      lastFault: remembered.get(id)?.lastFault ?? null,
    }
    const done = [...(counts.get(id) ?? [])].map(([what, count]) => ({ what, count }))
    const off = offOf(id)
    const own = known.get(id)
    const todo = own ? whatToDo(kind, own.state, own.word, own.fault, name) : null
    const shown = { ...(own ?? unseen), todo, heardAt: heard.get(id) ?? null, counts: done, off }
    return {
      id,
      kind,
      name,
      where,
      ...shown,
      ...(off ? { state: 'off' as const, word: offWord(off), since: off.at, todo: null, fault: null } : {}),
    }
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
      if (before)
        known.set(id, {
          ...before,
          history: [...before.history, { at: now(), state: before.state, word }].slice(-HISTORY_KEPT),
        })
    },
    count(id, what) {
      heard.set(id, now())
      const own = counts.get(id) ?? new Map<string, number>()
      counts.set(id, own.set(what, (own.get(what) ?? 0) + 1))
    },
    health,
    memory: () =>
      new Map(
        rows.flatMap(({ id }) => {
          const one = known.get(id)
          const kept = one ?? remembered.get(id)
          if (!kept) return []
          const { state, word, since, history, faults, lastFault } = kept
          const done = [...(counts.get(id) ?? [])].map(([what, count]) => ({ what, count }))
          return [
            [
              id,
              { state, word, since, history, faults, lastFault, heardAt: heard.get(id) ?? null, counts: done },
            ] as const,
          ]
        }),
      ),
    switched(id) {
      const row = rowOf.get(id)
      if (!row) return
      viewed = null
      const off = offOf(id)
      if (row.topic !== null) listenForPage(row, row.topic)
      const before = known.get(id) ?? {
        ...healthOf(row),
        state: row.topic === null ? ('unknown' as const) : ('off' as const),
        word: row.topic === null ? '还不知道' : '未开',
      }
      const state = off ? 'off' : before.state
      const history = [
        ...before.history,
        { at: now(), state, word: off ? `${offWord(off)}（${off.by}）` : '恢复使用' },
      ].slice(-HISTORY_KEPT)
      // What it was before it was set aside is old by now; since when it is so again, is now.
      // A printer was not asked meanwhile, so nobody knows how it is.
      const anew = !off && row.kind === 'printer' ? { state: 'unknown' as const, word: '还不知道', fault: null } : {}
      known.set(id, { ...before, ...anew, history, since: off ? before.since : now() })
      for (const listener of listeners) listener(healthOf(row), off ? before.state : 'off')
    },
    views() {
      const at = now()
      if (viewed && at - viewed.at < VIEWS_KEPT_MS) return viewed.views
      const views = health().map(({ id, kind, name, state, since, word, todo, fault, off }) => ({
        id,
        kind,
        name,
        state,
        since,
        word,
        todo,
        fault,
        off,
      }))
      viewed = { at, views }
      return views
    },
    onChange: (listener) => void listeners.push(listener),
  }
}
