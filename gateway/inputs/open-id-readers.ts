import type { Reader } from '../contract/input-devices.ts'
import type { CardSignal } from '../contract/signals.ts'
import type { IdCardReader } from '../devices/reader/id-card-reader.ts'
import type { DeviceBoard } from '../board/device-board.ts'
import { after } from '../time.ts'

export interface IdReaderDeps {
  readers: readonly Reader[]
  board: Pick<DeviceBoard, 'learn'>
  /** null = it is not there now. */
  open(reader: Reader): Promise<IdCardReader | null>
  /** The key of the day, a copy that will be wiped. */
  keyOfToday(): Uint8Array
  /** For the terminal's page. */
  tell(terminalId: string, signal: CardSignal): void
  invalidate(): void
  now(): number
}
export interface IdReaders {
  /** Reads one card at this terminal; false = it has no reader that works. Only after the visitor saw the notice and agreed. */
  read(terminalId: string): boolean
  /** The visitor goes on without a card or has left: nothing of a card stays. */
  stop(terminalId: string): void
  /** The hash of the card that was read for this visit, once; null = none. */
  take(terminalId: string): string | null
  close(): void
}

const REOPEN_MS = 5_000
/** Whoever has read a card takes a number at once; afterwards it is nobody's. */
const KEPT_MS = 60_000

/** The ID-card readers of the terminals that are switched on. What is kept of a card is its hash, in memory, for one number. */
export function openIdReaders(deps: IdReaderDeps): IdReaders {
  const { board, now } = deps
  const open = new Map<string, IdCardReader>()
  const kept = new Map<string, { hash: string; until: number }>()
  /** Terminals whose visitor agreed and is still there: a card that comes later is nobody's. */
  const wanted = new Set<string>()
  const timers = new Set<() => void>()
  let isClosed = false

  async function join(one: Reader): Promise<void> {
    const reader = await deps.open(one)
    if (isClosed) return reader?.close()
    if (!reader) {
      board.learn(one.id, { code: 'reader-away', detail: null })
      deps.invalidate()
      return again(one)
    }
    open.set(one.terminal, reader)
    // What a reader says that was replaced meanwhile counts for nothing.
    const isCurrent = (): boolean => open.get(one.terminal) === reader
    board.learn(one.id, { code: 'ok', detail: null })
    reader.onState((state) => {
      if (!isCurrent()) return
      board.learn(one.id, { code: state === 'mute' ? 'reader-mute' : 'ok', detail: null })
      if (state !== 'idle') deps.tell(one.terminal, { type: 'card', state, mask: null, surname: null })
      deps.invalidate()
    })
    reader.onCard(({ hash, mask, surname }) => {
      if (!isCurrent() || !wanted.has(one.terminal)) return
      kept.set(one.terminal, { hash, until: now() + KEPT_MS })
      deps.tell(one.terminal, { type: 'card', state: 'read', mask, surname })
    })
    reader.onGone(() => {
      if (!isCurrent()) return
      open.delete(one.terminal)
      if (isClosed) return
      board.learn(one.id, { code: 'reader-away', detail: null })
      deps.invalidate()
      again(one)
    })
    deps.invalidate()
  }
  function again(one: Reader): void {
    const stop = after(REOPEN_MS, () => {
      timers.delete(stop)
      void join(one)
    })
    timers.add(stop)
  }
  for (const one of deps.readers) {
    if (one.enabled) void join(one)
    else board.learn(one.id, { code: 'reader-not-enabled', detail: null })
  }
  return {
    read(terminalId) {
      kept.delete(terminalId)
      const reader = open.get(terminalId)
      wanted.add(terminalId)
      reader?.arm(deps.keyOfToday())
      return reader !== undefined
    },
    stop(terminalId) {
      kept.delete(terminalId)
      wanted.delete(terminalId)
      open.get(terminalId)?.disarm()
    },
    take(terminalId) {
      const card = kept.get(terminalId)
      kept.delete(terminalId)
      return card && card.until >= now() ? card.hash : null
    },
    close() {
      isClosed = true
      for (const stop of timers) stop()
      for (const reader of open.values()) reader.close()
      kept.clear()
    },
  }
}
