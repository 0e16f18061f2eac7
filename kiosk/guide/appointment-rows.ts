import type { AppointmentView } from '../../gateway/contract/appointments.ts'
import type { Tone } from '../shared/staff/marks.tsx'

/** How an appointment stands for whoever looks after it. */
export type Standing = 'due' | 'to-come' | 'late' | 'came' | 'missed' | 'cancelled'

/** `now` epoch ms. Late = its hour has begun and it can still be taken; due = it can be taken already. */
export function standingOf(
  { state, at, from, until }: Pick<AppointmentView, 'state' | 'at' | 'from' | 'until'>,
  now: number,
): Standing {
  switch (state) {
    case 'came':
      return 'came'
    case 'missed':
      return 'missed'
    case 'cancelled':
    case 'released':
      return 'cancelled'
    case 'booked':
      if (now > until) return 'missed'
      if (now > at) return 'late'
      return now >= from ? 'due' : 'to-come'
  }
}

export const standingTones: Record<Standing, Tone> = {
  due: 'green',
  'to-come': 'plain',
  late: 'amber',
  came: 'qing',
  missed: 'red',
  cancelled: 'plain',
}

const order: Record<Standing, number> = { late: 0, due: 1, 'to-come': 2, missed: 3, came: 4, cancelled: 5 }

/** Those that somebody may ask about now first, each group by its hour. */
export const sortedFor = (rows: readonly AppointmentView[], now: number): AppointmentView[] =>
  rows.toSorted((one, other) => order[standingOf(one, now)] - order[standingOf(other, now)] || one.at - other.at)
