import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import type { EventLog } from '../../gateway/store/event-log.ts'
import type { World } from './world.ts'

const SECTOR = 512
/** The head beside the log is synced this often; a power cut takes what came later. */
const HEAD_SYNC_MS = 500

/** How the next write ends: cut off before it, in the middle of it, or behind it. */
export type CrashPoint = 'before' | 'torn' | 'behind'

export interface Disk {
  /** Where the gateway of this life keeps its files. */
  readonly dir: string
  /** Stands between the gateway and its log: here the disk is full, and here the power goes. */
  under(database: DatabaseSync, log: EventLog): EventLog
  setFull(isFull: boolean): void
  /** The next write is kept and told as failed. */
  lieOnce(): void
  crashAtNextWrite(point: CrashPoint, isPowerCut: boolean, died: () => void): void
  /** Nothing more befalls it. */
  calm(): void
  /** The files as the next start finds them. `isPowerCut`: what was not synced is gone. */
  afterCrash(isPowerCut: boolean): void
  remove(): void
}

/** The first sector in which they differ. */
function firstChange(before: Buffer, after: Buffer): number {
  for (let at = 0; at < after.length; at += SECTOR)
    if (!before.subarray(at, at + SECTOR).equals(after.subarray(at, at + SECTOR))) return at
  return after.length
}

const HEAD = 'tingshi.head'
const FILES = ['tingshi.db', 'tingshi.db-wal'] as const

/**
 * Real SQLite on real files, crashed for real: a write that is cut off leaves a mixture of old and new sectors, which SQLite itself has
 * to make out at the next start. `root`: an empty folder, best in memory.
 */
export function openDisk(world: World, root: string): Disk {
  let life = 0
  let dir = join(root, '0')
  let isFull = false
  let liesOnce = false
  let crash: { point: CrashPoint; isPowerCut: boolean; died: () => void } | null = null
  let database: DatabaseSync | null = null
  /** Content of the head, and when it was seen first. */
  let heads: { at: number; bytes: Buffer }[] = []
  /** Files as a write that was cut off left them. */
  let torn: Map<string, Buffer> | null = null
  mkdirSync(dir, { recursive: true })

  const never = (): Promise<never> => new Promise(() => {})
  const contentOf = (name: string): Buffer => {
    const path = join(dir, name)
    return existsSync(path) ? readFileSync(path) : Buffer.alloc(0)
  }
  const seeHead = (): void => {
    const bytes = contentOf(HEAD)
    heads = [...heads.filter(({ at }) => world.now() - at <= 4 * HEAD_SYNC_MS).slice(-8), { at: world.now(), bytes }]
  }
  /** Sectors of one write reach the platter in their order, up to where it was cut off, or in any order. */
  function mix(before: Buffer, after: Buffer): Buffer {
    const mixed = Buffer.from(after)
    const changed = firstChange(before, after)
    const isInOrder = world.draw('disk order') < 0.5
    const cutAt = changed + world.draw('disk cut') * (after.length - changed)
    const isThere = (at: number): boolean => (isInOrder ? at < cutAt : world.draw('disk sectors') < 0.5)
    for (let at = 0; at < after.length; at += SECTOR) {
      const end = Math.min(after.length, at + SECTOR)
      const old = before.subarray(at, end)
      if (old.equals(after.subarray(at, end)) || isThere(at)) continue
      mixed.fill(0, at, end)
      old.copy(mixed, at)
    }
    return mixed
  }

  return {
    get dir() {
      return dir
    },
    setFull(full) {
      isFull = full
      if (!database?.isOpen) return
      const pages = Number(database.prepare('PRAGMA page_count').get()?.page_count ?? 0)
      database.exec(`PRAGMA max_page_count = ${full ? pages : 1_073_741_823}`)
    },
    lieOnce: () => void (liesOnce = true),
    crashAtNextWrite: (point, isPowerCut, died) => void (crash = { point, isPowerCut, died }),
    under(opened, log) {
      database = opened
      if (isFull) this.setFull(true)
      return {
        ...log,
        async append(...given) {
          const doom = crash
          crash = null
          if (doom?.point === 'before') {
            doom.died()
            return never()
          }
          if (doom === null && isFull && world.draw('disk full') < 0.5)
            throw Object.assign(new Error('database or disk is full'), { errcode: 13 })
          seeHead()
          const before = doom?.point === 'torn' ? FILES.map(contentOf) : []
          const end = await log.append(...given)
          if (doom === null) {
            if (!liesOnce) return end
            liesOnce = false
            throw Object.assign(new Error('disk I/O error'), { errcode: 10 })
          }
          if (doom.point === 'torn') {
            const after = FILES.map(contentOf)
            const [db = Buffer.alloc(0), wal = Buffer.alloc(0)] = before
            const [dbNow = Buffer.alloc(0), walNow = Buffer.alloc(0)] = after
            // Pages go into the database only when the write-ahead log is safe on the platter.
            const isCheckpointed = !db.equals(dbNow)
            torn = new Map([
              [FILES[0], mix(db, dbNow)],
              [FILES[1], isCheckpointed ? walNow : mix(wal, walNow)],
            ])
          }
          doom.died()
          return never()
        },
      }
    },
    calm() {
      crash = null
      liesOnce = false
    },
    afterCrash(isPowerCut) {
      life += 1
      crash = null
      const next = join(root, String(life))
      mkdirSync(next, { recursive: true })
      for (const name of FILES) writeFileSync(join(next, name), torn?.get(name) ?? contentOf(name))
      // The head is noted behind a write: nobody came so far.
      if (torn === null) seeHead()
      torn = null
      for (const name of ['cases.key', 'booking.keys', 'identity.keys', 'state.snapshot'])
        if (existsSync(join(dir, name))) copyFileSync(join(dir, name), join(next, name))
      const kept = isPowerCut
        ? heads.filter(({ at }, nth) => nth === heads.length - 1 || world.now() - at <= HEAD_SYNC_MS)
        : heads.slice(-1)
      const head = kept[Math.floor(world.draw('disk head') * kept.length)]
      if (head && head.bytes.length > 0) writeFileSync(join(next, HEAD), head.bytes)
      heads = []
      const [old, before] = [dir, database]
      dir = next
      database = null
      // Handles of a process that is gone.
      if (before?.isOpen) before.close()
      rmSync(old, { recursive: true, force: true })
    },
    remove() {
      if (database?.isOpen) database.close()
      rmSync(root, { recursive: true, force: true })
    },
  }
}
