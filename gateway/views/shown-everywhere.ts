import type { EmergencyView } from '../contract/emergency.ts'
import type { Moment } from '../domain/decision.ts'
import type { HallModel } from '../domain/hall-model.ts'
import type { OfficeState } from '../domain/office-state.ts'
import { emergencyView } from './emergency-view.ts'
import { noticesOn } from './notice-view.ts'

/** What every surface carries beside its own view: the notices meant for it, and the hall's emergency. No new surface can forget it. */
export const shownEverywhere = <View extends object>(
  hallModel: HallModel,
  state: OfficeState,
  topic: string,
  view: View,
  moment: Moment,
) => ({
  ...view,
  ...noticesOn(hallModel, state, topic, moment),
  emergency: emergencyView(state, moment.now) satisfies EmergencyView | null,
})
