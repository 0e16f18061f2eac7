import type { ManageView } from '../contract/manage.ts'
import type { House } from '../domain/house.ts'
import type { OfficeState } from '../domain/office-state.ts'
import { emergencyView } from './emergency-view.ts'
import { hallHead } from './queue-view.ts'

export const manageView = (house: House, state: OfficeState, now: number): ManageView => ({
  hall: hallHead(house),
  emergency: emergencyView(state, now),
  emergencies: house.hall.emergencies,
})
