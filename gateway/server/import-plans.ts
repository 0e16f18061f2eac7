import { randomUUID } from 'node:crypto'
import type { ImportDone } from '../catalogue/import-worker.ts'
import type { Agreed } from '../catalogue/import-file.ts'
import { runImportJob } from '../catalogue/run-import-job.ts'
import type { ImportPlanView } from '../contract/catalogue-imports.ts'
import type { Hall } from '../contract/hall.ts'

const KEPT_MS = 30 * 60_000
const KEPT = 3

interface KeptPlan {
  planId: string
  bytes: Uint8Array
  source: string
  at: number
}

/** Files that were uploaded and looked at, until somebody agrees: the last three, for half an hour, in memory only. */
export function importPlans({ hall, dataDir, now }: { hall: Hall; dataDir: string; now: () => number }) {
  let kept: KeptPlan[] = []
  let busy = false
  const run = async (bytes: Uint8Array, source: string, current: string | null, agreed: Agreed | null): Promise<ImportDone | null> => {
    if (busy) return null
    busy = true
    try {
      return await runImportJob({ bytes, place: { hall, dataDir, current, source }, agreed })
    } finally {
      busy = false
    }
  }
  return {
    /** null = another file is just being read. */
    async look(bytes: Uint8Array, source: string, current: string | null): Promise<{ ok: false; message: string } | { ok: true; view: ImportPlanView } | null> {
      const done = await run(bytes, source, current, null)
      if (!done?.ok) return done
      const planId = randomUUID()
      kept = [...kept.filter(({ at }) => now() - at < KEPT_MS), { planId, bytes, source, at: now() }].slice(-KEPT)
      return { ok: true, view: { planId, ...done.view } }
    },
    /** The order for what was agreed; `unknown` = uploaded too long ago or by a gateway that was started anew since. */
    async carryOut(planId: string, current: string | null, agreed: Agreed): Promise<ImportDone | 'unknown' | null> {
      const plan = kept.find((one) => one.planId === planId && now() - one.at < KEPT_MS)
      return plan ? run(plan.bytes, plan.source, current, agreed) : 'unknown'
    },
  }
}
export type ImportPlans = ReturnType<typeof importPlans>
