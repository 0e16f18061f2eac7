import { asCalledHere } from '../own-command.ts'
import type { DeviceCode, DeviceCondition } from '../contract/device-condition.ts'
import type { Hall } from '../contract/hall.ts'
import type { DeviceHealth, DeviceView, RememberedDevice } from '../contract/device-view.ts'
import { isSilent, slipFaultOf, stateOf, wordOf } from './condition-words.ts'
import type { DeviceRow } from './device-row.ts'
import { isRecordsRow } from './records-rows.ts'
import { deviceRows } from './device-rows.ts'
import { padPlace } from './input-rows.ts'
import { whatToDo } from './what-to-do.ts'

type State = DeviceView['state']
type Known = Omit<
  DeviceHealth,
  'id' | 'kind' | 'name' | 'where' | 'off' | 'todo' | 'word' | 'fault' | 'state' | 'code'
> & {
  condition: DeviceCondition
}

export interface DeviceBoard {
  /** What a device was last known to be. The same state again keeps its `since`. */
  learn(id: string, condition: DeviceCondition): void
  /** Something happened that changes no state: it stands in the device's history. */
  note(id: string, word: string): void
  /** One more of what this device does: 打出, 扫码, 按键. */
  count(id: string, what: string): void
  /** Which pages are there now. Views are made from what was found then: who makes one changes nothing. */
  look(): void
  /** For the desk and the pages, as of the last look. */
  views(): DeviceView[]
  /** With place, history and counts: for /manage/, the health address and other systems. Looks. */
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
  /** Whether the hall's own page of this topic is there: it showed its token. */
  isListening(topic: string): boolean
  /** Whether anybody listens to it. */
  isHeard(topic: string): boolean
  /** Whether a device of this row may be away on purpose now: the hall is closed, the counter is. */
  mayBeOff(row: DeviceRow): boolean
  /** Who switched it off on purpose; null = it is in use. */
  offOf(id: string): DeviceView['off']
  /** The counter that a pad was bound to in the hall; null = as the hall folder says. */
  boundTo(padId: string): string | null
  /** What the board knew before the gateway was started. */
  remembered: ReadonlyMap<string, RememberedDevice>
  /** What the board says of a device is another thing now; never called while a view is made. */
  onNews(): void
  now(): number
}

const HISTORY_KEPT = 20
const NEVER_CAME: readonly DeviceCode[] = ['not-opened', 'not-enrolled']
/** Desk, terminals and start page ask in the same round; with 170 counters the answer is worth keeping for it. */
const VIEWS_KEPT_MS = 30

const offWord = ({ reason }: NonNullable<DeviceView['off']>): string => (reason === null ? '停用' : `停用：${reason}`)

/** The state of every device in the hall, for the desk, the health address and the start page. */
export function deviceBoard(deps: BoardDeps): DeviceBoard {
  const { hall, isListening, isHeard, mayBeOff, offOf, remembered, boundTo, onNews, now } = deps
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

  function learn(id: string, condition: DeviceCondition): void {
    const { code, detail } = condition
    const state = stateOf(condition)
    const here = known.get(id)
    const kept = remembered.get(id)
    const before = here ? { ...here, state: stateOf(here.condition), ...here.condition } : kept
    if (!isSilent(code)) heard.set(id, now())
    if (here?.condition.code === code && here.condition.detail === detail) return
    viewed = null
    const isNews = before?.code !== code || (before.detail ?? null) !== detail
    const row = rowOf.get(id)
    const past = before?.history ?? []
    const said = { at: now(), state, word: wordOf(condition) }
    const isOff = offOf(id) !== null
    const history = isOff || !isNews ? past : [...past, said].slice(-HISTORY_KEPT)
    // Who works on a device that is set aside pulls it out and opens it: that is no fault and no history.
    const isBad = !isOff && (state === 'fault' || state === 'warning')
    known.set(id, {
      condition,
      history,
      heardAt: null,
      // The rest of a roll counts down in the word; the state and the time since when stay.
      since: before?.state === state ? before.since : now(),
      lastFault: isBad && isNews ? { at: said.at, word: said.word } : (before?.lastFault ?? null),
      faults: (before?.faults ?? 0) + (isBad && state === 'fault' && before?.state !== 'fault' ? 1 : 0),
      counts: [],
    })
    onNews()
    const wasState = here ? stateOf(here.condition) : null
    if (row && !isOff && wasState !== state) for (const listener of listeners) listener(healthOf(row), wasState)
  }
  /** A page that never came is not a fault: nobody has switched it on yet. One that left when the day was over is none either. */
  function listenForPage(row: DeviceRow, topic: string): void {
    const before = known.get(row.id)
    const state = before && stateOf(before.condition)
    if (isListening(topic)) {
      heard.set(row.id, now())
      if (state !== 'warning') learn(row.id, { code: 'ok', detail: null })
    } else if (!before || NEVER_CAME.includes(before.condition.code)) {
      if (isHeard(topic)) learn(row.id, { code: 'not-enrolled', detail: null })
      else if (before) learn(row.id, { code: 'not-opened', detail: null })
    } else if (state !== 'off') learn(row.id, { code: mayBeOff(row) ? 'closed' : 'offline', detail: null })
  }
  /** Nothing was heard of it since the start: a page is off then, of a device it is not known. */
  const unseen = ({ topic }: DeviceRow): DeviceCondition => ({
    code: topic === null ? 'not-heard' : 'not-opened',
    detail: null,
  })
  function knownOf(row: DeviceRow): Known {
    const own = known.get(row.id)
    if (own) return own
    const kept = remembered.get(row.id)
    return {
      condition: unseen(row),
      since: startedAt,
      heardAt: null,
      counts: [],
      history: kept?.history ?? [],
      faults: kept?.faults ?? 0,
      lastFault: kept?.lastFault ?? null,
    }
  }
  function healthOf(row: DeviceRow): DeviceHealth {
    const { id, kind } = row
    const bound = kind === 'pad' ? boundTo(id) : null
    const { name, where } = bound === null ? row : padPlace(hall, bound)
    const { condition, since, history, faults, lastFault } = knownOf(row)
    const counted = [...(counts.get(id) ?? [])].map(([what, count]) => ({ what, count }))
    const off = offOf(id)
    return {
      id,
      kind,
      name,
      where,
      code: condition.code,
      state: off ? 'off' : stateOf(condition),
      word: off ? offWord(off) : wordOf(condition),
      since: off ? off.at : since,
      todo: off ? null : asCalledHere(whatToDo({ kind, name }, condition)),
      fault: off ? null : slipFaultOf(kind, condition.code),
      off,
      history,
      faults,
      lastFault,
      heardAt: heard.get(id) ?? null,
      counts: counted,
    }
  }
  function look(): void {
    for (const row of rows) if (row.topic !== null) listenForPage(row, row.topic)
  }
  function all(): DeviceHealth[] {
    return rows.map(healthOf).filter(({ id, state }) => !isRecordsRow(id) || state === 'fault' || state === 'warning')
  }
  return {
    learn,
    note(id, word) {
      heard.set(id, now())
      const row = rows.find((one) => one.id === id)
      // Nobody may have asked for this device yet; what it tells is kept all the same.
      if (row && row.topic !== null) listenForPage(row, row.topic)
      const before = known.get(id)
      if (!before) return
      const said = { at: now(), state: stateOf(before.condition), word }
      known.set(id, { ...before, history: [...before.history, said].slice(-HISTORY_KEPT) })
    },
    count(id, what) {
      heard.set(id, now())
      const own = counts.get(id) ?? new Map<string, number>()
      counts.set(id, own.set(what, (own.get(what) ?? 0) + 1))
    },
    look,
    health() {
      look()
      return all()
    },
    memory: () =>
      new Map(
        rows.flatMap(({ id }): [string, RememberedDevice][] => {
          const one = known.get(id)
          const kept = remembered.get(id)
          if (!one && !kept) return []
          const now = one
            ? { ...one, ...one.condition, state: stateOf(one.condition), word: wordOf(one.condition) }
            : (kept as RememberedDevice)
          const { state, word, code, detail, since, history, faults, lastFault } = now
          const done = [...(counts.get(id) ?? [])].map(([what, count]) => ({ what, count }))
          const heardAt = heard.get(id) ?? null
          return [[id, { state, word, code, detail, since, history, faults, lastFault, heardAt, counts: done }]]
        }),
      ),
    switched(id) {
      const row = rowOf.get(id)
      if (!row) return
      viewed = null
      const off = offOf(id)
      if (row.topic !== null) listenForPage(row, row.topic)
      const before = knownOf(row)
      const was = stateOf(before.condition)
      const word = off ? `${offWord(off)}（${off.by}）` : '恢复使用'
      const said = { at: now(), state: off ? ('off' as const) : was, word }
      // What it was before it was set aside is old by now; since when it is so again, is now.
      // A printer was not asked meanwhile, so nobody knows how it is.
      const condition = !off && row.kind === 'printer' ? unseen(row) : before.condition
      known.set(id, {
        ...before,
        condition,
        history: [...before.history, said].slice(-HISTORY_KEPT),
        since: off ? before.since : now(),
      })
      for (const listener of listeners) listener(healthOf(row), off ? was : 'off')
    },
    views() {
      const at = now()
      // A clock that was set back must not keep it for an hour.
      if (viewed && Math.abs(at - viewed.at) < VIEWS_KEPT_MS) return viewed.views
      const views = all().map(({ id, kind, name, state, since, code, word, todo, fault, off }) => ({
        id,
        kind,
        name,
        state,
        since,
        code,
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
