import type { HallConnection } from '../../gateway/client/connect.ts'
import type { ManageView } from '../../gateway/contract/manage.ts'
import type { OrderLine } from '../shared/staff/order-line.ts'
import type { Toaster } from '../shared/staff/toasts.tsx'

/** What every section gets; more comes from its own topics (`hall.view`) or from the HTTP API. */
export interface SectionProps {
  hall: HallConnection
  view: ManageView
  orders: OrderLine
  toasts: Toaster
}
