import type { HolidayCalendar } from '../contract/calendar.ts'
import type { LightCause } from '../contract/lights.ts'
import type { Moment } from '../domain/decision.ts'
import type { LoggedEvent } from '../domain/events.ts'
import type { OfficeState } from '../domain/office-state.ts'
import type { LightChange } from '../contract/lights.ts'
import { after } from '../time.ts'
import type { CaseStore } from './case-store.ts'
import { recountLights } from './recount-lights.ts'

/** Reports come in rows: the first is counted as soon as its row is taken in, what follows it within this time together. */
const ROW_MS = 1
const REST_MS = 300

export interface KeepLights {
  /** Counts every light anew; says how many changed. */
  recount(cause?: LightCause): Promise<number>
  /** Once on each day of the hall; asked again it does nothing. */
  keepDay(): Promise<void>
  stop(): void
}

interface KeepLightsDeps {
  cases: Pick<CaseStore, 'all' | 'onTaken' | 'finish'>
  state(): OfficeState
  calendar: HolidayCalendar
  moment(): Moment
  dayOf(at: number): string
  report(changes: LightChange[]): Promise<unknown>
  onFacts(listener: (events: readonly LoggedEvent[]) => void): () => void
  onBroken(error: unknown): void
}

/** Keeps the lights right: on each new day, after each report, after each fact of a joint approval. While the clock is in doubt nothing is counted. */
export function keepLights(deps: KeepLightsDeps): KeepLights {
  const { cases, state, calendar, moment, dayOf } = deps
  let countedOn: string | null = null
  const timers = new Set<() => void>()
  let isResting = false
  let isNews = false

  async function recount(cause: LightCause = 'day'): Promise<number> {
    if (state().clock.doubt !== null) return 0
    const { day: today } = moment()
    const { lights, approvals } = state()
    const sources = { cases: cases.all(), approvals: approvals.byReceipt.values(), lights }
    const changes = recountLights(sources, { today, calendar, dayOf, cause })
    if (changes.length > 0) await deps.report(changes)
    return changes.length
  }
  function later(ms: number, work: () => void): void {
    const stop = after(ms, () => {
      timers.delete(stop)
      work()
    })
    timers.add(stop)
  }
  function soon(): void {
    isNews = true
    if (isResting) return
    isResting = true
    isNews = false
    later(ROW_MS, () => {
      // What came in the same row is counted with it.
      isNews = false
      recount('report').catch(deps.onBroken)
      later(REST_MS, () => {
        isResting = false
        if (isNews) soon()
      })
    })
  }
  const stopTaken = cases.onTaken(soon)
  const stopFacts = deps.onFacts((events) => {
    for (const event of events)
      if (event.type === 'approval-delivered') {
        try {
          cases.finish(event.receipt, event.at)
        } catch (broken) {
          deps.onBroken(broken)
        }
      }
    if (events.some(({ type }) => type.startsWith('approval-'))) soon()
  })
  return {
    recount,
    async keepDay() {
      const { day } = moment()
      if (countedOn === day) return
      await recount('day')
      countedOn = day
    },
    stop() {
      for (const stop of timers) stop()
      stopTaken()
      stopFacts()
    },
  }
}
