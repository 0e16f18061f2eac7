import type { Booking } from '../../contract/booking.ts'

/** How long a person must be recognised, in days: until the last day that can be booked, and as long as no-shows count and block. */
export const personKeptDays = ({ daysAhead, noShow }: Booking): number =>
  daysAhead + (noShow === null ? 0 : noShow.withinDays + noShow.blockDays)
