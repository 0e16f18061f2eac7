import type { ManageView } from '../contract/manage.ts'
import type { House } from '../domain/house.ts'
import { hallHead } from './queue-view.ts'

export const manageView = (house: House): ManageView => ({ hall: hallHead(house) })
