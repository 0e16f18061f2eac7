import { runApart } from '../work/run-apart.ts'
import type { Damage } from './check-chain.ts'

const LOOK_WITHIN_MS = 12 * 3_600_000

/** Reads the whole log in a thread of its own: what lies before the snapshot is checked too. null = it could not be looked through. */
export async function lookThrough(dataDir: string): Promise<Damage[] | null> {
  const program = new URL('./look-through-worker.ts', import.meta.url)
  const answer = await runApart<{ damages: Damage[] }>(program, { dataDir }, { within: LOOK_WITHIN_MS, memoryMb: 128 })
  return answer?.damages ?? null
}
