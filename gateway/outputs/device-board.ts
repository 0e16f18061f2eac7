import type { SlipFault } from '../contract/commands.ts'
import type { Hall } from '../contract/hall.ts'
import type { DeviceHealth, DeviceView } from '../contract/views.ts'
import { inputRows } from './input-rows.ts'
import { whatToDo } from './what-to-do.ts'

type State = DeviceView['state']
type Known = Pick<DeviceHealth, 'state' | 'word' | 'since' | 'todo' | 'history' | 'faults'>
export interface Row {
  id: string
  kind: DeviceView['kind']
  name: string
  /** A page is there while somebody listens to this; null = a device that tells of itself. */
  topic: string | null
  where: string
}

export interface DeviceBoard {
  /** What a device was last known to be. The same word again keeps its `since`. */
  learn(id: string, state: State, word: string, fault: SlipFault | null): void
  /** Something happened that changes no state: it stands in the device's history. */
  note(id: string, word: string): void
  /** For the desk and the pages. */
  views(): DeviceView[]
  /** With history, for the health address. */
  health(): DeviceHealth[]
  /** Called when a state has changed. */
  onChange(listener: (device: DeviceHealth) => void): void
}

const HISTORY_KEPT = 20

/** The state of every device in the hall, for the desk, the health address and the start page. */
export function deviceBoard(hall: Hall, isListening: (topic: string) => boolean, now: () => number): DeviceBoard {
  const known = new Map<string, Known>()
  const startedAt = now()
  const listeners: ((device: DeviceHealth) => void)[] = []
  const rows = rowsOf(hall)

  function learn(id: string, state: State, word: string, fault: SlipFault | null): void {
    const before = known.get(id)
    if (before?.state === state && before.word === word) return
    const row = rows.find((one) => one.id === id)
    const history = [...(before?.history ?? []), { at: now(), state, word }].slice(-HISTORY_KEPT)
    const faults = (before?.faults ?? 0) + (state === 'fault' && before?.state !== 'fault' ? 1 : 0)
    // The rest of a roll counts down in the word; the state and the time since when stay.
    const since = before?.state === state ? before.since : now()
    const todo = row ? whatToDo(row.kind, state, word, fault, row.name) : null
    known.set(id, { state, word, since, todo, history, faults })
    if (row && before?.state !== state) for (const listener of listeners) listener(healthOf(row))
  }
  /** A page that never came is not a fault: nobody has switched it on yet. */
  function listenForPage(id: string, topic: string): void {
    const before = known.get(id)
    if (!isListening(topic)) {
      if (before) learn(id, 'fault', '离线', null)
    } else if (before?.state !== 'warning') learn(id, 'ok', '正常', null)
  }
  function healthOf({ id, kind, name, topic, where }: Row): DeviceHealth {
    const unseen: Known = {
      ...{ state: topic === null ? 'unknown' : 'off', word: topic === null ? '还不知道' : '未开', since: startedAt },
      ...{ todo: null, history: [], faults: 0 },
    }
    return { id, kind, name, where, ...(known.get(id) ?? unseen) }
  }
  function health(): DeviceHealth[] {
    for (const { id, topic } of rows) if (topic !== null) listenForPage(id, topic)
    return rows.map(healthOf)
  }
  return {
    learn,
    note(id, word) {
      const row = rows.find((one) => one.id === id)
      // Nobody may have asked for this device yet; what it tells is kept all the same.
      if (row && row.topic !== null) listenForPage(id, row.topic)
      const before = known.get(id)
      if (before) known.set(id, { ...before, history: [...before.history, { at: now(), state: before.state, word }].slice(-HISTORY_KEPT) })
    },
    health,
    views: () => health().map(({ id, kind, name, state, since, word, todo }) => ({ id, kind, name, state, since, word, todo })),
    onChange: (listener) => void listeners.push(listener),
  }
}

function rowsOf(hall: Hall): Row[] {
  const place = (floor: string, zone: string): string => {
    const named = hall.floors.find((one) => one.id === floor)
    return `${named?.name ?? floor} ${named?.zones.find((one) => one.id === zone)?.name ?? zone}`
  }
  return [
    ...hall.terminals.map(({ id, name, floor, zone }): Row => ({ id, kind: 'terminal', name, topic: `terminal:${id}`, where: place(floor, zone) })),
    ...hall.screens.map(({ id, name }): Row => ({ id, kind: 'screen', name, topic: `screen:${id}`, where: name })),
    ...hall.panels.map(({ id, name, card }): Row => ({ id, kind: 'panel', name, topic: card === null ? `panel:${id}` : null, where: name })),
    ...inputRows(hall, place),
    ...hall.printers.map(({ id, name }): Row => ({ id, kind: 'printer', name, topic: null, where: name })),
  ]
}
