import { placesData } from '../domain/reports/hall-places.ts'
import type { Office } from '../office/office.ts'
import { runApart } from '../work/run-apart.ts'
import { after } from '../time.ts'
import type { SumLogDone, SumLogJob } from './sum-log-worker.ts'

/** A day's figures come out when nobody is waiting for anything: soon after the start, and after each day's end. */
const FIRST_AFTER_MS = 5_000
const DAY_AFTER_MS = 2_000
const LIMITS = { within: 3_600_000, memoryMb: 128 }

export interface KeptSums {
  /** Sums what is missing now; resolves when it is there. One at a time. */
  sumNow(): Promise<void>
}

/** Days that are over are summed beside the gateway's own thread. `onBroken` hears when that did not work. */
export function keepSums(
  office: Pick<Office, 'hallModel' | 'state' | 'onFacts'>,
  dataDir: string,
  onBroken: (error: unknown) => void,
  stack: AsyncDisposableStack,
): KeptSums {
  let running: Promise<void> | null = null
  let again = false
  async function run(): Promise<void> {
    const job: SumLogJob = { dataDir, places: placesData(office.hallModel) }
    const done = await runApart<SumLogDone>(new URL('./sum-log-worker.ts', import.meta.url), job, LIMITS)
    if (done === null) onBroken(new Error('the days could not be summed'))
  }
  function sumNow(): Promise<void> {
    again = running !== null
    running ??= run().finally(() => {
      running = null
      if (again) void sumNow()
    })
    return running
  }
  const soon = (ms: number): void => stack.defer(after(ms, () => void sumNow()))
  if (office.state.seq > 0) soon(FIRST_AFTER_MS)
  const unhear = office.onFacts((facts) => {
    // The first day of a hall closes none.
    if (facts.some(({ type, seq }) => type === 'day-opened' && seq > 1)) after(DAY_AFTER_MS, () => void sumNow())
  })
  stack.defer(unhear)
  return { sumNow }
}
