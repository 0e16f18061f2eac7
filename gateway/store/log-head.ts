import { closeSync, fdatasync, openSync, readSync, writeSync } from 'node:fs'
import { hash } from 'node:crypto'
import { join } from 'node:path'
import { after } from '../time.ts'
import type { EventLog, LogEnd } from './event-log.ts'

/** Two slots that take turns: a write that was cut short leaves the other one whole. */
const SLOT_BYTES = 160
/** Power that goes takes so much of the head with it at the most; the database itself is synced with each commit. */
const SYNC_EACH_MS = 500

export interface LogHead {
  /** How far the log came, as it was noted beside it; null = there is no note. */
  read(): LogEnd | null
  note(end: LogEnd): void
  close(): void
}

/**
 * The highest number and hash of the log, in `tingshi.head` beside the database: what is written there and missing in the log was
 * lost. Written in place after each commit, so that a full disk does not stop it. `onBroken` hears of a disk that refuses.
 */
export function openLogHead(dataDir: string, onBroken: (error: unknown) => void): LogHead {
  const path = join(dataDir, 'tingshi.head')
  let file: number | null = null
  let turn = 0
  let stopSync: (() => void) | null = null
  const sync = (): void => {
    stopSync = null
    if (file !== null) fdatasync(file, (broken) => broken && onBroken(broken))
  }
  return {
    read: () => readHead(dataDir),
    note(end) {
      try {
        file ??= openForWriting(path)
        writeSync(file, slotOf(end), turn * SLOT_BYTES)
        turn = 1 - turn
        stopSync ??= after(SYNC_EACH_MS, sync)
      } catch (broken) {
        onBroken(broken)
      }
    },
    close() {
      stopSync?.()
      if (file !== null) closeSync(file)
      file = null
    },
  }
}

/** Both slots are looked at; the one that is whole and further on counts. Never makes the file. */
export function readHead(dataDir: string): LogEnd | null {
  const bytes = Buffer.alloc(2 * SLOT_BYTES)
  let file: number | null = null
  try {
    file = openSync(join(dataDir, 'tingshi.head'), 'r')
    readSync(file, bytes, 0, bytes.length, 0)
  } catch {
    // Not there, or no file that can be read: nothing is known either way.
    return null
  } finally {
    if (file !== null) closeSync(file)
  }
  const ends = [0, 1].flatMap((slot) => endOf(bytes.toString('utf8', slot * SLOT_BYTES, (slot + 1) * SLOT_BYTES)) ?? [])
  return ends.reduce<LogEnd | null>((best, end) => (best === null || end.seq > best.seq ? end : best), null)
}

function openForWriting(path: string): number {
  try {
    return openSync(path, 'r+')
  } catch {
    return openSync(path, 'wx', 0o600)
  }
}
const checkOf = ({ seq, hash: of }: LogEnd): string => hash('sha256', `${seq} ${of}`).slice(0, 16)
const slotOf = (end: LogEnd): string => `${end.seq} ${end.hash} ${checkOf(end)}`.padEnd(SLOT_BYTES - 1) + '\n'
function endOf(slot: string): LogEnd | null {
  const [seq = '', of = '', check = ''] = slot.trim().split(' ')
  const end = { seq: Number(seq), hash: of }
  return check !== '' && checkOf(end) === check ? end : null
}

/** The log with its head kept up: the note is written after each commit. */
export function withHead(log: EventLog, head: LogHead): EventLog {
  return {
    ...log,
    async append(expectedSeq, events, answers) {
      const end = await log.append(expectedSeq, events, answers)
      if (events.length > 0) head.note(end)
      return end
    },
    async close() {
      head.close()
      await log.close()
    },
  }
}
