import type { DatabaseSync } from 'node:sqlite'
import type { Report } from '../contract/commands.ts'
import { forgetChange, waitingChanges } from '../store/register-changes.ts'

/** Brings what was done to the register into the log. */
export interface RegisterRecorder {
  /** Resolves when all that was done before it was asked is in the log, or cannot be written now. */
  record(): Promise<void>
}

/** `give`: hands a report to the office under the name of whoever did it. What waits already was done while no gateway ran. */
export function registerRecorder(
  database: DatabaseSync,
  give: (report: Extract<Report, { type: 'record-register' }>, by: string) => Promise<{ ok: boolean }>,
  onBroken: (error: unknown) => void,
): RegisterRecorder {
  let whileAway = true
  let running: Promise<void> | null = null
  async function bring(): Promise<void> {
    for (;;) {
      const waiting = waitingChanges(database)
      if (waiting.length === 0) break
      for (const { by, ...what } of waiting) {
        const { ok } = await give({ type: 'record-register', ...what, whileAway }, by)
        if (!ok) return
        forgetChange(database, what.changeId)
      }
    }
    whileAway = false
  }
  return {
    record: () =>
      (running ??= bring()
        .catch(onBroken)
        .finally(() => {
          running = null
        })),
  }
}
