import type { DeviceView } from '../../gateway/contract/device-view.ts'
import type { HallModel } from '../../gateway/domain/hall-model.ts'
import type { OfficeState } from '../../gateway/domain/office-state.ts'
import type { Office } from '../../gateway/office/office.ts'
import { openRecorded } from '../../gateway/show/recorded.ts'
import { processTasks } from '../../gateway/show/process-tasks.ts'
import { type Show, openShow } from '../../gateway/show/show.ts'
import { nothingLive, plainReading } from '../../gateway/views/plain-reading.ts'
import type { LiveSources, Reading } from '../../gateway/views/reading.ts'

/** Live sources with nothing but these devices. */
export const liveWith = (devices: () => DeviceView[]): LiveSources => ({ ...nothingLive, devices })

/** Reads a state for one view, at an epoch time. */
export const readAt = (hallModel: HallModel, state: OfficeState, now: number, live = nothingLive): Reading =>
  plainReading({ hallModel, state, now, live })

/** The show path over an office, as the gateway opens it. */
export function showOf(office: Office, live: LiveSources = nothingLive, now: () => number = Date.now): Show {
  const tasks = processTasks((broken) => {
    throw broken
  })
  const sources = { hallModel: () => office.hallModel, state: () => office.state, live, now }
  const show = openShow({ recorded: openRecorded(sources), seq: () => office.state.seq, tasks })
  office.onFacts((_, touched) => show.invalidate(...touched))
  return show
}
