import { withFields } from '../../gateway/client/ask.ts'
import type { AppointmentView, BookingView } from '../../gateway/contract/appointments.ts'

export const anAppointment = withFields<AppointmentView>(
  'code',
  'state',
  'day',
  'clock',
  'from',
  'until',
  'cancelUntil',
  'confirmBy',
  'isOpen',
)
export const anOffer = withFields<BookingView>('hall', 'days', 'rules')
