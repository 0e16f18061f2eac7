import type { ImportOrder } from '../contract/catalogue-imports.ts'
import type { Hall } from '../contract/hall.ts'
import type { Matter } from '../contract/matter.ts'
import type { DepartmentTable } from './department-for.ts'
import { type Imported, nothingImported, readCatalogue, writeCatalogue } from './catalogue-files.ts'
import { keyOf } from './source-row.ts'
import { type ImportPlan, carryOut, planImport } from './plan-import.ts'
import { readMatterRows } from './read-matter-rows.ts'
import type { ReadRows } from './source-row.ts'
import { isSourceName, keepHabits, readHabits } from './source-habits.ts'

export const LARGEST_FILE = 50 * 1024 * 1024
export const USUAL_SOURCE = '默认'

/**
 * Where a file is imported: the hall with the matters of its folder, the data folder, the catalogue that counts now (null = nothing imported), the
 * file's source, and what a person has just said of its departments.
 */
export interface ImportPlace {
  hall: Hall
  own: readonly Matter[]
  dataDir: string
  current: string | null
  source: string
  departments: DepartmentTable
}
export interface FilePlan {
  read: ReadRows
  plan: ImportPlan
  before: Imported
}
/** What of a plan a person has agreed to. */
export interface Agreed {
  suspicious: boolean
  removals: boolean
}

/** What an import of this file would do. Writes nothing; refuses, in words, a source or file that cannot be read. */
export async function planFile(
  bytes: Uint8Array,
  { hall, own, dataDir, current, source, departments }: ImportPlace,
): Promise<({ ok: true } & FilePlan) | { ok: false; message: string }> {
  if (!isSourceName(source)) return { ok: false, message: '来源名称只能用字、字母、数字、- 和 _，最长 40 个字。' }
  const kept = readHabits(dataDir, source)
  if (!kept.ok) return kept
  const habits = { ...kept.habits, departments: { ...kept.habits.departments, ...departments } }
  const read = await readMatterRows(bytes, habits)
  if (!read.ok) return { ok: false, message: `没有导入：${read.message}` }
  const now = readCatalogue(dataDir, current)
  if (!now.ok) return now
  const before = current === null ? nothingImported : now.catalogue
  return { ok: true, read, plan: planImport({ hall, own, before }, read.rows, source, habits), before }
}

/** Puts what was agreed into the data folder and says the order for it; null = nothing would change. `left`: doubtful ones not taken. */
export function takePlan(
  { dataDir, current, source }: ImportPlace,
  { plan, before }: FilePlan,
  agreed: Agreed,
): { order: ImportOrder | null; left: number } {
  const next = carryOut(plan, before, source, agreed)
  const left = agreed.suspicious ? 0 : plan.suspicious.size
  const added = plan.added.filter((one) => agreed.suspicious || !plan.suspicious.has(keyOf(one))).length
  const removed = agreed.removals ? plan.removed.length : 0
  const changed = plan.added.length + plan.changed.length - left - added
  if (added + changed + removed === 0) return { order: null, left }
  return {
    order: {
      hash: writeCatalogue(dataDir, next),
      before: current,
      source,
      counts: { added, changed, removed, total: next.matters.length },
    },
    left,
  }
}

/** Keeps how the file's headings and departments were understood, so that the next file of this source reads the same. */
export function keepReading({ dataDir, source, departments }: ImportPlace, read: ReadRows): void {
  const kept = readHabits(dataDir, source)
  if (kept.ok)
    keepHabits(dataDir, source, {
      columns: { ...read.columns, ...kept.habits.columns },
      codes: kept.habits.codes,
      departments: { ...kept.habits.departments, ...departments },
    })
}
