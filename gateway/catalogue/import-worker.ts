import { parentPort, workerData } from 'node:worker_threads'
import type { ImportOrder, ImportPlanView } from '../contract/catalogue-imports.ts'
import { type Agreed, type ImportPlace, keepReading, planFile, takePlan } from './import-file.ts'
import { planView } from './plan-view.ts'

/** What the worker is given. `agreed` null = only look. */
export interface ImportJob {
  bytes: Uint8Array
  place: ImportPlace
  agreed: Agreed | null
}
export type ImportDone =
  | { ok: false; message: string }
  | { ok: true; view: Omit<ImportPlanView, 'planId'>; order: ImportOrder | null }

// Reading 20,000 rows takes seconds; calls and numbers must not wait for it, so this runs beside the gateway's own thread.
const { bytes, place, agreed } = workerData as ImportJob
const planned = await planFile(bytes, place)
const done = (answer: ImportDone): void => parentPort?.postMessage(answer)
if (!planned.ok) done(planned)
else {
  const order = agreed === null ? null : takePlan(place, planned, agreed).order
  if (order !== null) keepReading(place, planned.read)
  done({ ok: true, view: planView(place, planned), order })
}
