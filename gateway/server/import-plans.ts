import type { ImportDone, ImportJob } from '../catalogue/import-worker.ts'
import type { Agreed } from '../catalogue/import-file.ts'
import type { ImportPlanView } from '../contract/catalogue-imports.ts'
import type { DepartmentTable } from '../catalogue/department-for.ts'
import type { Hall } from '../contract/hall.ts'
import type { Matter } from '../contract/matter.ts'
import { runApart } from '../work/run-apart.ts'
import { newId } from '../time.ts'

const KEPT_MS = 30 * 60_000
const KEPT = 3
const LIMITS = { within: 120_000, memoryMb: 1_024 }
const tooMuch = { ok: false as const, message: '没有导入：文件太大或太复杂，读不下来。请拆成几个文件再导入。' }

interface KeptPlan {
  planId: string
  bytes: Uint8Array
  source: string
  /** As it was called; null = nobody said. */
  file: string | null
  departments: DepartmentTable
  at: number
}

/** Files that were uploaded and looked at, until somebody agrees: the last three, for half an hour, in memory only. */
export function importPlans({
  hall,
  own,
  dataDir,
  now,
}: {
  hall: Hall
  own: readonly Matter[]
  dataDir: string
  now: () => number
}) {
  let kept: KeptPlan[] = []
  let busy = false
  const run = async (
    { bytes, source, departments }: Pick<KeptPlan, 'bytes' | 'source' | 'departments'>,
    current: string | null,
    agreed: Agreed | null,
  ): Promise<ImportDone | null> => {
    if (busy) return null
    busy = true
    try {
      const job: ImportJob = { bytes, place: { hall, own, dataDir, current, source, departments }, agreed }
      return (
        (await runApart<ImportDone>(new URL('../catalogue/import-worker.ts', import.meta.url), job, LIMITS)) ?? tooMuch
      )
    } finally {
      busy = false
    }
  }
  const planOf = (planId: string): KeptPlan | undefined =>
    kept.find((one) => one.planId === planId && now() - one.at < KEPT_MS)
  return {
    /** null = another file is just being read. */
    async look(bytes: Uint8Array, source: string, current: string | null, file: string | null): Promise<Looked | null> {
      const plan: KeptPlan = { planId: newId(), bytes, source, file, departments: {}, at: now() }
      const done = await run(plan, current, null)
      if (!done?.ok) return done
      kept = [...kept.filter(({ at }) => now() - at < KEPT_MS), plan].slice(-KEPT)
      return { ok: true, view: { planId: plan.planId, ...done.view } }
    },
    /** The same file again, with what a person has said of its departments; kept for its source when it is carried out. */
    async match(
      planId: string,
      current: string | null,
      departments: DepartmentTable,
    ): Promise<Looked | 'unknown' | null> {
      const plan = planOf(planId)
      if (!plan) return 'unknown'
      const done = await run({ ...plan, departments }, current, null)
      if (!done?.ok) return done
      plan.departments = departments
      return { ok: true, view: { planId, ...done.view } }
    },
    /** The order for what was agreed; `unknown` = uploaded too long ago or by a gateway that was started anew since. */
    async carryOut(planId: string, current: string | null, agreed: Agreed) {
      const plan = planOf(planId)
      if (!plan) return 'unknown' as const
      const done = await run(plan, current, agreed)
      return done?.ok ? { ...done, file: plan.file } : done
    },
  }
}
type Looked = { ok: false; message: string } | { ok: true; view: ImportPlanView }
export type ImportPlans = ReturnType<typeof importPlans>
