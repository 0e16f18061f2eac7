import type { HallConnection } from '../../gateway/client/connect.ts'
import type { ManageView } from '../../gateway/contract/manage.ts'
import type { OrderLine } from '../shared/staff/order-line.ts'
import type { SectionId } from './section-id.ts'
import type { Toaster } from '../shared/staff/toasts.tsx'

/** Opens another section; `about` chooses a thing in it: the `device`, the `case`. */
export type OpenSection = (id: SectionId, about?: Readonly<Record<string, string>>) => void

/** What every section gets; more comes from its own topics (`hall.view`) or from the HTTP API. */
export interface SectionProps {
  hall: HallConnection
  view: ManageView
  orders: OrderLine
  toasts: Toaster
  open: OpenSection
}
