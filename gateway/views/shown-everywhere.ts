import type { EmergencyView } from '../contract/emergency.ts'
import type { Moment } from '../domain/decision.ts'
import type { House } from '../domain/house.ts'
import type { OfficeState } from '../domain/office-state.ts'
import { emergencyView } from './emergency-view.ts'
import { noticesOn } from './notice-view.ts'

/** What every surface carries beside its own view: the notices meant for it, and the hall's emergency. No new surface can forget it. */
export const shownEverywhere = <View extends object>(
  house: House,
  state: OfficeState,
  topic: string,
  view: View,
  moment: Moment,
) => ({
  ...view,
  ...noticesOn(house, state, topic, moment),
  emergency: emergencyView(state, moment.now) satisfies EmergencyView | null,
})
