import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import keyWords from '../../assets/locales/zh-Hans/hall-keys.json' with { type: 'json' }
import type { HallSettings, SettingsCheck, SettingFault } from '../contract/hall-settings.ts'
import type { Hall } from '../contract/hall.ts'
import type { Matter } from '../contract/matter.ts'
import type { RefusalCode } from '../contract/refusals.ts'
import { asFault, changedTexts, linesOf, rowName, writtenParts } from '../hall/edit-hall.ts'
import { type HallFolder, onDisk, revisionOf, withTexts } from '../hall/hall-folder.ts'
import { hallKeys } from '../hall/hall-keys.ts'
import { settingHints } from '../hall/setting-hints.ts'
import { takenIn } from '../hall/live-parts.ts'
import { readHall } from '../hall/read-hall.ts'
import type { Office } from '../office/office.ts'
import type { Actor } from '../rights/actor.ts'
import type { GiveOrder } from '../rights/order-door.ts'
import { writeWhole } from '../store/write-whole.ts'

type Details = Record<string, string | number | null>
type Said<T> = { ok: true; body: T } | { ok: false; code: RefusalCode; details: Details }
type Order = { revision: string; changes: { path: (string | number)[]; value?: unknown }[] }

export interface HallSettingsDesk {
  read(): HallSettings
  check(order: Order): Said<SettingsCheck>
  save(order: Order, actor: Actor): Promise<Said<{ changeId: string; revision: string; waits: string[] }>>
  undo(
    order: { revision: string; changeId: string },
    actor: Actor,
  ): Promise<Said<{ changeId: string; revision: string; waits: string[] }>>
}
export interface HallSettingsDeps {
  office: Office
  giveOrder: GiveOrder
  hallDir: string
  dataDir: string
  /** The hall folder's own matters: settings do not change them. */
  own: readonly Matter[]
  /** The running hall from now on. */
  replaceHall(hall: Hall): void
}

/** The hall folder as forms see it: what stands in it, whether a change holds, and the change itself, written whole and recorded. */
export function hallSettings(deps: HallSettingsDeps): HallSettingsDesk {
  const { office, giveOrder, hallDir, dataDir, own, replaceHall } = deps
  const folder = onDisk(hallDir)
  const keys = hallKeys()
  const parts = [...new Set(keys.map(({ path }) => path.split(/[.[]/)[0] ?? ''))]
  const kept = join(dataDir, 'hall-texts')
  const no = (code: RefusalCode, details: Details = {}): { ok: false; code: RefusalCode; details: Details } => ({
    ok: false,
    code,
    details,
  })
  const words = keyWords as Readonly<Record<string, { name: string }>>
  /** 队列 · 企业登记 · 名称 */
  const nameOf = (path: readonly (string | number)[]): string => {
    const written = writtenParts(folder, [String(path[0])])
    let key = ''
    return path
      .flatMap((step, nth) => {
        if (typeof step === 'number') {
          key += '[]'
          return [rowName(written, path.slice(0, nth + 1)) ?? String(step + 1)]
        }
        key += key === '' ? step : `.${step}`
        return [words[key]?.name ?? step]
      })
      .join(' · ')
  }
  const faultsOf = (next: HallFolder): { faults: SettingFault[]; hall: Hall | null } => {
    const read = readHall(next, own)
    return read.ok ? { faults: [], hall: read.hall } : { faults: read.faults.map(asFault), hall: null }
  }
  const tried = (order: Order): Said<{ texts: Map<string, string>; next: HallFolder }> => {
    if (order.revision !== revisionOf(folder)) return no('settings-changed')
    try {
      const texts = changedTexts(folder, order.changes as Parameters<typeof changedTexts>[1])
      return { ok: true, body: { texts, next: withTexts(folder, texts) } }
    } catch {
      return no('not-understood')
    }
  }

  async function write(
    texts: ReadonlyMap<string, string>,
    hall: Hall,
    about: { undoes: string | null; lines: HallSettings['history'][number]['lines'] },
    actor: Actor,
  ): Promise<Said<{ changeId: string; revision: string; waits: string[] }>> {
    const taken = takenIn(office.hallModel.hall, hall)
    const files = [...texts].map(([file, text]) => ({
      file,
      before: folder.has(file) ? keep(Buffer.from(folder.bytes(file)).toString('utf8')) : null,
      after: keep(text),
    }))
    const before = new Map(files.map(({ file, before: hash }) => [file, hash === null ? null : textOf(hash)]))
    try {
      for (const [file, text] of texts) writeWhole(join(hallDir, file), text)
    } catch {
      return no('hall-not-writable')
    }
    const order = { type: 'change-hall' as const, ...about, waits: taken.waits, files }
    const answer = await giveOrder(actor, order, null)
    if (!answer.ok) {
      // What the log does not say did not happen.
      for (const [file, text] of before) if (text !== null) writeWhole(join(hallDir, file), text)
      return no(answer.code, answer.details)
    }
    replaceHall(taken.hall)
    const changeId = office.state.hallChanges.changes.at(-1)?.changeId ?? ''
    return { ok: true, body: { changeId, revision: revisionOf(folder), waits: taken.waits } }
  }
  const fileOf = (hash: string): string => join(kept, `${hash}.yaml`)
  const textOf = (hash: string): string | null => (existsSync(fileOf(hash)) ? readFileSync(fileOf(hash), 'utf8') : null)
  /** On the disk before the log names it. */
  function keep(text: string): string {
    const hash = createHash('sha256').update(text).digest('hex')
    mkdirSync(kept, { recursive: true, mode: 0o700 })
    if (!existsSync(fileOf(hash))) writeWhole(fileOf(hash), text)
    return hash
  }
  const hintsOf = (hall: Hall | null): string[] => (hall === null ? [] : settingHints(hall))

  return {
    read() {
      const { faults, hall } = faultsOf(folder)
      return {
        revision: revisionOf(folder),
        parts: writtenParts(folder, parts) as HallSettings['parts'],
        keys: keys.map(({ fits: _, kinds, choices, ...key }) => ({
          ...key,
          kinds: [...kinds],
          choices: [...choices],
          only: key.only && [...key.only],
          usual: key.usual as HallSettings['keys'][number]['usual'],
        })),
        faults,
        hints: hintsOf(hall),
        waits: hall === null ? [] : takenIn(office.hallModel.hall, hall).waits,
        history: office.state.hallChanges.changes.map(({ files: _, ...change }) => change).toReversed(),
      }
    },
    check(order) {
      const made = tried(order)
      if (!made.ok) return made
      const { faults, hall } = faultsOf(made.body.next)
      return {
        ok: true,
        body: {
          faults,
          hints: hintsOf(hall),
          waits: hall === null ? [] : takenIn(office.hallModel.hall, hall).waits,
          lines: linesOf(folder, order.changes as Parameters<typeof linesOf>[1], nameOf),
        },
      }
    },
    async save(order, actor) {
      const made = tried(order)
      if (!made.ok) return made
      const { faults, hall } = faultsOf(made.body.next)
      if (hall === null) return no('settings-faulty', { first: faults[0]?.message ?? '', count: faults.length })
      if (made.body.texts.size === 0) return no('already-so')
      const lines = linesOf(folder, order.changes as Parameters<typeof linesOf>[1], nameOf)
      return write(made.body.texts, hall, { undoes: null, lines }, actor)
    },
    async undo({ revision, changeId }, actor) {
      if (revision !== revisionOf(folder)) return no('settings-changed')
      const change = office.state.hallChanges.changes.find((one) => one.changeId === changeId)
      if (!change) return no('unknown-change')
      const texts = new Map<string, string>()
      for (const { file, before, after } of change.files) {
        // Whoever has changed the file since would lose that.
        const now = createHash('sha256').update(folder.bytes(file)).digest('hex')
        if (now !== after) return no('changed-since', { file })
        texts.set(file, before === null ? '' : (textOf(before) ?? ''))
      }
      const { hall } = faultsOf(withTexts(folder, texts))
      if (hall === null) return no('changed-since', { file: change.files[0]?.file ?? '' })
      const lines = change.lines.map(({ where, before, after }) => ({ where, before: after, after: before }))
      return write(texts, hall, { undoes: changeId, lines }, actor)
    },
  }
}
