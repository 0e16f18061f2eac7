import type { Hall } from '../contract/hall.ts'
import type { DeviceView } from '../contract/views.ts'

type Known = Pick<DeviceView, 'state' | 'word' | 'since'>

export interface DeviceBoard {
  /** What a device was last known to be. The same word again keeps its `since`. */
  learn(id: string, state: DeviceView['state'], word: string): void
  views(): DeviceView[]
}

/** The state of every device in the hall, for the desk, the health address and the start page. */
export function deviceBoard(hall: Hall, isListening: (topic: string) => boolean, now: () => number): DeviceBoard {
  const known = new Map<string, Known>()
  const startedAt = now()
  const rows = [
    ...hall.terminals.map(({ id, name }) => ({ id, kind: 'terminal' as const, name, topic: `terminal:${id}` })),
    ...hall.screens.map(({ id, name }) => ({ id, kind: 'screen' as const, name, topic: `screen:${id}` })),
    ...hall.panels.map(({ id, name }) => ({ id, kind: 'panel' as const, name, topic: `panel:${id}` })),
    ...hall.printers.map(({ id, name }) => ({ id, kind: 'printer' as const, name, topic: null })),
  ]
  const learn = (id: string, state: DeviceView['state'], word: string): void => {
    const before = known.get(id)
    if (before?.state === state && before.word === word) return
    known.set(id, { state, word, since: now() })
  }
  return {
    learn,
    views: () =>
      rows.map(({ id, kind, name, topic }) => {
        // A page that never came is not a fault: nobody has switched it on yet.
        if (topic !== null && isListening(topic))
          learn(id, known.get(id)?.state === 'warning' ? 'warning' : 'ok', known.get(id)?.state === 'warning' ? (known.get(id)?.word ?? '') : '正常')
        else if (topic !== null && known.has(id)) learn(id, 'fault', '离线')
        return {
          id,
          kind,
          name,
          ...(known.get(id) ?? { state: topic === null ? 'unknown' : 'off', word: topic === null ? '还不知道' : '未开', since: startedAt }),
        }
      }),
  }
}
