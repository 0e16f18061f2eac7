import type { Hall } from '../contract/hall.ts'
import type { Matter } from '../contract/matter.ts'
import type { Imported } from './catalogue-files.ts'
import type { DepartmentTable } from './department-for.ts'
import { mattersOfRows, over } from './import-matters.ts'
import type { CodeTables } from './import/code-tables.ts'
import { type SourceRow, keyOf } from './source-row.ts'

export interface PlannedMatter {
  code: string
  name: string
  reason: string
}
/** What an import would do, before anything is written. */
export interface ImportPlan {
  added: Matter[]
  changed: { before: Matter; after: Matter; fields: string[] }[]
  unchanged: number
  /** Came from this source before and is no longer in it. */
  removed: Matter[]
  /** Additions and changes that a person should look at first, by key. */
  suspicious: ReadonlyMap<string, PlannedMatter>
  /** So many are missing that the file is probably not the whole list. */
  manyRemoved: boolean
  /** Departments that the hall does not have, with how many matters; these can be looked up here and have no counter. */
  unknownDepartments: ReadonlyMap<string, number>
}

/** What an import stands on: the hall with the matters of its folder, and what was imported before. */
export interface PlanBase {
  hall: Hall
  own: readonly Matter[]
  before: Imported
}

/**
 * Added, changed, removed and suspicious, against what the hall has: the matters of its folder and those imported before. Only the same source
 * can lose a matter.
 */
export function planImport(
  { hall, own, before }: PlanBase,
  rows: readonly SourceRow[],
  source: string,
  habits: { codes: CodeTables; departments: DepartmentTable },
): ImportPlan {
  const known = new Map(before.matters.map((one) => [keyOf(one), one]))
  const ofFolder = new Map(own.map((one) => [keyOf(one), one]))
  const doubts = new Map(
    rows.flatMap((row): [string, string][] => (row.doubt === null ? [] : [[keyOf(row), row.doubt]])),
  )
  const next = mattersOfRows(hall, rows, habits.codes, habits.departments)
  const coming = new Set(next.map(keyOf))
  const added: Matter[] = []
  const changed: ImportPlan['changed'] = []
  const suspicious = new Map<string, PlannedMatter>()
  for (const after of next) {
    const imported = known.get(keyOf(after))
    const folder = ofFolder.get(keyOf(after))
    const old = imported ?? folder
    // What the hall wrote itself stays under what is imported: only what would look different has changed.
    const fields = imported ? differing(imported, after) : folder ? differing(folder, over(folder, after)) : []
    if (!old) added.push(after)
    else if (fields.length > 0) changed.push({ before: old, after, fields })
    const reason = !old || fields.length > 0 ? (doubts.get(keyOf(after)) ?? doubt(old ?? null, after)) : null
    if (reason !== null) suspicious.set(keyOf(after), { code: after.code, name: after.name, reason })
  }
  const ofSource = before.matters.filter(({ id, state }) => before.sources[id] === source && state !== '取消')
  const removed = ofSource.filter((one) => !coming.has(keyOf(one)))
  const unknown = next
    .filter(({ department }) => !hall.departments.some(({ id }) => id === department))
    .map(({ department }) => department)
  return {
    added,
    changed,
    unchanged: next.length - added.length - changed.length,
    removed,
    suspicious,
    manyRemoved: removed.length > 5 && removed.length > ofSource.length / 5,
    unknownDepartments: new Map([...Map.groupBy(unknown, (name) => name)].map(([name, all]) => [name, all.length])),
  }
}

/** Carries out a plan. What is removed stays known as 取消, so that numbers that were given keep their names. */
export function carryOut(
  plan: ImportPlan,
  before: Imported,
  source: string,
  take: { suspicious: boolean; removals: boolean },
): Imported {
  const may = (one: Matter): boolean => take.suspicious || !plan.suspicious.has(keyOf(one))
  const byKey = new Map(before.matters.map((one) => [keyOf(one), one]))
  const sources = { ...before.sources }
  const put = (one: Matter): void => {
    const old = byKey.get(keyOf(one))
    if (old && old.id !== one.id) delete sources[old.id]
    byKey.set(keyOf(one), one)
    sources[one.id] = source
  }
  for (const one of plan.added) if (may(one)) put(one)
  for (const { after } of plan.changed) if (may(after)) put(after)
  if (take.removals) for (const one of plan.removed) byKey.set(keyOf(one), { ...one, state: '取消' })
  return { matters: [...byKey.values()], sources }
}

const differing = (before: Matter, after: Matter): string[] =>
  (Object.keys(after) as (keyof Matter)[]).filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))

function doubt(before: Matter | null, after: Matter): string | null {
  const { guide } = after
  if (before && shared(before.name, after.name) < 0.3) return `名称完全变了，原来是“${before.name}”`
  if (before?.state === '在用' && after.state === '取消') return '这个事项要变成“取消”'
  if (
    guide?.promisedDays != null &&
    guide.statutoryDays !== null &&
    guide.promisedUnit === guide.statutoryUnit &&
    guide.promisedDays > guide.statutoryDays
  )
    return `承诺时限 ${guide.promisedDays} 天比法定时限 ${guide.statutoryDays} 天还长`
  return null
}

/** Which part of the characters two names share, 0 … 1. */
function shared(one: string, other: string): number {
  const [short, long] = [new Set(one), new Set(other)].sort((a, b) => a.size - b.size) as [Set<string>, Set<string>]
  return [...short].filter((character) => long.has(character)).length / Math.max(1, short.size)
}
