import type { Booking } from '../contract/booking.ts'
import { forgetfulMap } from '../work/forgetful-map.ts'

/** Who books: a phone as it is known (null = it brought no number of its own), behind an address. */
export interface Booker {
  device: string | null
  address: string
}
export interface BookingBounds {
  mayBook(booker: Booker): boolean
  /** A place was given. */
  note(booker: Booker): void
}

const DAY_MS = 24 * 3_600_000
const MOST_KEYS = 10_000

/** So many places a day for one phone and for one address: invented numbers do not fill the hall. `now`: monotonic, ms. */
export function bookingBounds({ perPhone, perAddress }: Booking, now: () => number): BookingBounds {
  const given = forgetfulMap<number[]>(MOST_KEYS)
  const of = (key: string): number[] => (given.get(key) ?? []).filter((at) => now() - at < DAY_MS)
  const note = (key: string): void => given.set(key, [...of(key), now()])
  return {
    mayBook: ({ device, address }) =>
      (device === null || of(`phone ${device}`).length < perPhone) && of(`at ${address}`).length < perAddress,
    note({ device, address }) {
      if (device !== null) note(`phone ${device}`)
      note(`at ${address}`)
    },
  }
}
