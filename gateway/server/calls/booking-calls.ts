import { calls } from '../../rights/calls.ts'
import { commandRefusals } from './command-refusals.ts'
import { z } from 'zod'
import {
  appointmentBatch,
  appointmentRow,
  appointmentView,
  bookingView,
  bookingWish,
  codeQuestion,
  tailQuestion,
} from '../../contract/appointments.ts'
import type { DescribedCall } from './described-call.ts'

const booked = z.object({
  items: z.array(z.object({ reference: z.string().nullable(), appointment: appointmentView })),
  total: z.number(),
  /** Of `total`: those that were not there before. */
  fresh: z.number(),
  refused: z.array(z.unknown()),
})
const aBooking = { queueId: 'A', day: '2026-03-20', clock: '10:00' } as const
const appointmentSaid = [
  'unknown-code',
  'code-used',
  'appointment-released',
  'too-many-guesses',
  'booking-off',
] as const

/** Booked places, by visitors and by those who keep them. */
export const bookingCalls: readonly DescribedCall[] = [
  {
    method: 'get',
    path: '/booking',
    says: '手机预约：哪天、几点、哪个队列还有位置',
    who: 'anybody',
    answer: bookingView,
    refuses: ['booking-off'],
  },
  {
    method: 'post',
    path: '/booking',
    says: '手机预约',
    who: 'anybody',
    status: 201,
    body: bookingWish,
    answer: appointmentView,
    refuses: [...commandRefusals('book-appointment'), 'booked-enough'],
    isOrder: true,
    example: { body: { ...aBooking, mobile: '19900000003', agreed: true } },
  },
  {
    method: 'post',
    path: '/booking/find',
    says: '用预约码查',
    who: 'anybody',
    body: codeQuestion,
    answer: appointmentView,
    refuses: appointmentSaid,
    example: { body: { code: '12345678' } },
  },
  {
    method: 'post',
    path: '/booking/confirm',
    says: '用预约码确认：确认以前位置只是暂留',
    who: 'anybody',
    body: codeQuestion,
    answer: appointmentView,
    refuses: [...appointmentSaid, 'already-so', 'booked-enough'],
    isOrder: true,
    example: { body: { code: '12345678' } },
  },
  {
    method: 'post',
    path: '/booking/cancel',
    says: '用预约码取消',
    who: 'anybody',
    body: codeQuestion,
    answer: appointmentView,
    refuses: [...appointmentSaid, 'cancel-too-late'],
    isOrder: true,
    example: { body: { code: '12345678' } },
  },
  {
    method: 'get',
    path: '/appointments',
    says: '一天的预约（guide、supervisor、integration）',
    who: calls['see-appointments'],
    query: ['day'],
    answer: z.object({ items: z.array(appointmentView), total: z.number() }),
    example: { query: { day: '2026-03-20' } },
  },
  {
    method: 'post',
    path: '/appointments',
    says: '其他系统和工作人员的预约：一条，或一次最多 500 条',
    who: calls['see-appointments'],
    body: z.union([appointmentRow, appointmentBatch]),
    answer: booked,
    refuses: commandRefusals('book-appointment'),
    isOrder: true,
    example: { body: { appointments: [{ ...aBooking, clock: '10:30', reference: 'CITY-1' }] } },
  },
  {
    method: 'post',
    path: '/appointments/find',
    says: '按手机号后四位找一天的预约',
    who: calls['see-appointments'],
    body: tailQuestion,
    answer: z.object({ items: z.array(appointmentView), total: z.number() }),
    example: { body: { last4: '0000' } },
  },
  {
    method: 'post',
    path: '/appointments/move',
    says: '改预约的日期或时间，预约码不变',
    who: calls['see-appointments'],
    body: z.strictObject({ code: z.string(), day: z.string(), clock: z.string() }),
    answer: appointmentView,
    refuses: commandRefusals('move-appointment'),
    isOrder: true,
    example: { body: { code: '12345678', day: '2026-03-20', clock: '10:30' } },
  },
  {
    method: 'post',
    path: '/appointments/cancel',
    says: '工作人员和其他系统取消预约',
    who: calls['see-appointments'],
    body: codeQuestion,
    answer: appointmentView,
    refuses: commandRefusals('cancel-appointment'),
    isOrder: true,
    example: { body: { code: '12345678' } },
  },
]
