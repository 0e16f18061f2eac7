import { type MatterEdits, edited, readEdits, writeEdits } from '../catalogue/edits-file.ts'
import { readCatalogue } from '../catalogue/catalogue-files.ts'
import { withImported } from '../catalogue/import-matters.ts'
import type { Matter } from '../contract/matter.ts'
import type { DepartmentMap, MatterChange, MatterEdit, MatterEditReport } from '../contract/matter-edits.ts'
import type { RefusalCode } from '../contract/refusals.ts'
import { currentCatalogue } from '../domain/catalogue/decide.ts'
import type { Office } from '../office/office.ts'
import type { Actor } from '../rights/actor.ts'
import type { GiveOrder } from '../rights/order-door.ts'
import { editLines, ownWords } from './edit-lines.ts'

type Said<T> = { ok: true; body: T } | { ok: false; code: RefusalCode; details: Record<string, string | number | null> }
const no = (code: RefusalCode, details: Record<string, string | number | null> = {}) =>
  ({ ok: false, code, details }) as const

export interface MatterDeskDeps {
  office: Pick<Office, 'hallModel' | 'state'>
  giveOrder: GiveOrder
  dataDir: string
  /** The hall folder's own matters. */
  own: readonly Matter[]
}
const HISTORY_SHOWN = 30
const NAMES_SHOWN = 5

/** The hall's own say over its matters: one matter, or the queue of a whole department; each change recorded, and taken back. */
export function matterDesk({ office, giveOrder, dataDir, own }: MatterDeskDeps) {
  const hash = (): string | null => office.state.catalogue.edits.hash
  /** The matters without edits, made once for each catalogue. */
  let made: {
    catalogue: string | null
    matters: Map<string, Matter>
    sources: Readonly<Record<string, string>>
  } | null = null
  function sources() {
    const catalogue = currentCatalogue(office.state)
    if (made?.catalogue === catalogue) return made
    const read = readCatalogue(dataDir, catalogue)
    const imported = read.ok ? read.catalogue : { matters: [], sources: {} }
    const matters = new Map(withImported(own, imported.matters).map((one) => [one.id, one]))
    made = { catalogue, matters, sources: imported.sources }
    return made
  }
  const editsNow = (): MatterEdits => {
    const read = readEdits(dataDir, hash())
    return read.ok ? read.edits : {}
  }
  const changesOf = (what: MatterChange['what']): MatterChange[] =>
    office.state.catalogue.edits.changes
      .filter((one) => one.what.kind === what.kind && one.what.id === what.id)
      .toReversed()
      .slice(0, HISTORY_SHOWN)

  function faultsOf(one: Matter): { key: string; message: string }[] {
    const faults: { key: string; message: string }[] = []
    const { hall, queues } = office.hallModel
    if (one.queueId !== null && !queues.has(one.queueId))
      faults.push({ key: 'queueId', message: `没有队列 ${one.queueId}。请改成已有的编号，或先加上它。` })
    const isOurs = hall.departments.some(({ id }) => id === one.department)
    if (!isOurs && sources().matters.get(one.id)?.department !== one.department)
      faults.push({ key: 'department', message: `没有部门 ${one.department}。请改成已有的编号，或先加上它。` })
    const { promisedDays = null, promisedUnit, statutoryDays = null, statutoryUnit, materials = [] } = one.guide ?? {}
    if (
      promisedDays !== null &&
      statutoryDays !== null &&
      promisedUnit === statutoryUnit &&
      promisedDays > statutoryDays
    )
      faults.push({
        key: 'guide.promisedDays',
        message: `承诺 ${promisedDays} ${promisedUnit ?? ''}比法定 ${statutoryDays} ${statutoryUnit ?? ''}还长。承诺不能比法定长。`,
      })
    if (one.guide?.charged === true && !one.guide.fee && one.guide.fees.length === 0)
      faults.push({ key: 'guide.fee', message: '收费的要写收多少。' })
    const seen = new Set<string>()
    for (const { name } of materials) {
      if (seen.has(name)) faults.push({ key: 'guide.materials', message: `材料“${name}”写了两次。` })
      seen.add(name)
    }
    return faults
  }

  async function put(
    next: MatterEdits,
    order: Pick<MatterEditReport, 'what' | 'count' | 'undoes' | 'lines'>,
    actor: Actor,
  ): Promise<Said<{ before: string | null; count: number }>> {
    const before = hash()
    const report = { type: 'edit-matters' as const, ...order, hash: writeEdits(dataDir, next), before }
    const answer = await giveOrder(actor, report, null)
    if (!answer.ok) return no(answer.code, answer.details)
    return { ok: true, body: { before: hash(), count: order.count } }
  }
  const withOne = (edits: MatterEdits, id: string, edit: MatterEdit): MatterEdits => {
    const { [id]: _, ...others } = edits
    return Object.keys(edit).length === 0 ? others : { ...others, [id]: edit }
  }

  return {
    read(id: string) {
      const { matters, sources: from } = sources()
      const source = matters.get(id)
      if (!source) return null
      const edit = editsNow()[id] ?? {}
      const now = edited(source, edit)
      const row = [...office.hallModel.matters.values()].filter(({ department }) => department === now.department)
      const nth = row.findIndex((one) => one.id === id)
      return {
        source,
        now,
        edit,
        before: hash(),
        departmentName: office.hallModel.departmentNames.get(now.department) ?? now.department,
        from: from[id] ?? '',
        nth: nth + 1,
        total: row.length,
        previous: row[nth - 1]?.id ?? null,
        next: row[nth + 1]?.id ?? null,
        history: changesOf({ kind: 'matter', id, name: '' }),
      }
    },
    /** What would be otherwise, and what is wrong with it; null = there is no such matter. */
    check(id: string, edit: MatterEdit) {
      const source = sources().matters.get(id)
      if (!source) return null
      const after = edited(source, edit)
      return { faults: faultsOf(after), lines: editLines(edited(source, editsNow()[id] ?? {}), after) }
    },
    /** As it would be with an edit; null = there is no such matter. */
    withEdit(id: string, edit: MatterEdit): Matter | null {
      const source = sources().matters.get(id)
      return source ? edited(source, edit) : null
    },
    async save(id: string, before: string | null, edit: MatterEdit, actor: Actor) {
      const source = sources().matters.get(id)
      if (!source) return no('unknown-matter')
      if (before !== hash()) return no('matters-changed')
      const edits = editsNow()
      const mine = ownWords(source, edit)
      const [was, after] = [edited(source, edits[id] ?? {}), edited(source, mine)]
      const [fault] = faultsOf(after)
      if (fault) return no('matter-faulty', { first: fault.message })
      const lines = editLines(was, after)
      if (lines.length === 0) return no('already-so')
      const what = { kind: 'matter' as const, id, name: after.name }
      return put(withOne(edits, id, mine), { what, count: 1, undoes: null, lines }, actor)
    },
    departments(): DepartmentMap {
      const { hall, matters, departmentNames, queues } = office.hallModel
      const offered = [...matters.values()].filter(({ state, inHall }) => state === '在用' && inHall !== false)
      const items = [...Map.groupBy(offered, ({ department }) => department)].map(([department, all]) => {
        const without = all.filter(({ queueId }) => queueId === null)
        const used = all.flatMap(({ queueId }) => queueId ?? [])
        const atCounters = hall.counters.flatMap((one) => (one.department === department ? one.queues : []))
        const likely = [...Map.groupBy([...used, ...atCounters], (queueId) => queueId)]
          .toSorted(([, one], [, other]) => other.length - one.length)
          .map(([queueId]) => queueId)
          .filter((queueId) => queues.has(queueId))
        return {
          department,
          name: departmentNames.get(department) ?? department,
          isOurs: departmentNames.has(department),
          matters: all.length,
          without: without.length,
          names: without.slice(0, NAMES_SHOWN).map(({ name }) => name),
          likely: likely.slice(0, 3),
        }
      })
      return {
        before: hash(),
        items: items.toSorted((one, other) => other.without - one.without || other.matters - one.matters),
        total: items.length,
        queues: hall.queues.map(({ id, name }) => ({ id, name })),
        departments: hall.departments.map(({ id, name }) => ({ id, name })),
        history: office.state.catalogue.edits.changes
          .filter(({ what }) => what.kind === 'department')
          .toReversed()
          .slice(0, HISTORY_SHOWN),
      }
    },
    /** Gives those matters of a department that have no queue one; `to`: the hall's own department that it is. */
    async map(department: string, to: string | null, queueId: string, before: string | null, actor: Actor) {
      const { hall, queues, matters } = office.hallModel
      if (before !== hash()) return no('matters-changed')
      const queue = queues.get(queueId)
      if (!queue) return no('unknown-queue')
      if (to !== null && !hall.departments.some(({ id }) => id === to)) return no('unknown-department')
      const those = [...matters.values()].filter(
        (one) => one.department === department && one.queueId === null && one.state === '在用' && one.inHall !== false,
      )
      if (those.length === 0) return no('already-so')
      let edits = editsNow()
      for (const { id } of those)
        edits = withOne(edits, id, Object.assign({}, edits[id], { queueId }, to === null ? {} : { department: to }))
      const name = office.hallModel.departmentNames.get(department) ?? department
      const lines = [{ where: '取号排到', before: '', after: `${queueId} ${queue.name}` }]
      const ours = hall.departments.find(({ id }) => id === to)
      if (ours) lines.push({ where: '部门', before: name, after: ours.name })
      return put(
        edits,
        { what: { kind: 'department', id: department, name }, count: those.length, undoes: null, lines },
        actor,
      )
    },
    /** Back to how it was before one change, where nobody has changed the same since. */
    async undo(editId: string, actor: Actor) {
      const change = office.state.catalogue.edits.changes.find((one) => one.editId === editId)
      if (!change) return no('unknown-change')
      const [before, after] = [readEdits(dataDir, change.before), readEdits(dataDir, change.hash)]
      if (!before.ok || !after.ok) return no('unknown-change')
      const same = (one: MatterEdit | undefined, other: MatterEdit | undefined): boolean =>
        JSON.stringify(one ?? {}) === JSON.stringify(other ?? {})
      const ids = [...new Set([...Object.keys(before.edits), ...Object.keys(after.edits)])].filter(
        (id) => !same(before.edits[id], after.edits[id]),
      )
      let edits = editsNow()
      if (!ids.every((id) => same(edits[id], after.edits[id]))) return no('changed-since', { file: change.what.name })
      for (const id of ids) edits = withOne(edits, id, before.edits[id] ?? {})
      const lines = change.lines.map(({ where, before: old, after: now }) => ({ where, before: now, after: old }))
      return put(edits, { what: change.what, count: ids.length, undoes: editId, lines }, actor)
    },
  }
}
export type MatterDesk = ReturnType<typeof matterDesk>
