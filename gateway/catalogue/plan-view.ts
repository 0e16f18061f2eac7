import type { ImportPlanView } from '../contract/catalogue-imports.ts'
import { likelyDepartments } from './likely-departments.ts'
import type { FilePlan, ImportPlace } from './import-file.ts'

const FIRST = 50
/** More than any city has; a column that holds something else may have thousands. */
const FIRST_DEPARTMENTS = 200

/** A plan as a page can show it: counted, and of each list the first fifty. */
export function planView(
  { hall, source, departments: matched }: ImportPlace,
  { read, plan }: FilePlan,
): Omit<ImportPlanView, 'planId'> {
  const some = (names: readonly string[]): { total: number; first: string[] } => ({
    total: names.length,
    first: names.slice(0, FIRST),
  })
  // 第 7 行 and 第 9 行 are one reason.
  const reasons = Map.groupBy(read.rejected, ({ reason }) => reason.replace(/（.*?）|\d+/g, '…'))
  return {
    source,
    rows: read.rows.length,
    unchanged: plan.unchanged,
    added: some(plan.added.map(({ name }) => name)),
    changed: some(plan.changed.map(({ after, fields }) => `${after.name}（${fields.length} 项）`)),
    removed: some(plan.removed.map(({ name }) => name)),
    manyRemoved: plan.manyRemoved,
    suspicious: {
      total: plan.suspicious.size,
      first: [...plan.suspicious.values()].slice(0, FIRST).map(({ name, reason }) => ({ name, reason })),
    },
    unknown: {
      total: plan.unknownDepartments.size,
      first: [...plan.unknownDepartments]
        .sort(([, one], [, other]) => other - one)
        .slice(0, FIRST_DEPARTMENTS)
        .map(([name, matters]) => ({ name, matters, likely: likelyDepartments(hall.departments, name) })),
    },
    rejected: [...reasons].map(([reason, rows]) => ({
      reason,
      total: rows.length,
      rows: rows.slice(0, FIRST).map(({ row }) => row),
    })),
    missing: Object.entries(read.missing).map(([column, total]) => ({ column, total })),
    ignoredSheets: read.ignored,
    unknownHeadings: read.unknown,
    notes: read.notes,
    departments: hall.departments.map(({ id, name }) => ({ id, name })),
    matched: Object.entries(matched).map(([name, id]) => ({ name, id })),
  }
}
