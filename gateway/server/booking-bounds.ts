import { forgetfulMap } from '../work/forgetful-map.ts'

/** Who books: a phone as it is known (null = it brought no number of its own), behind an address. */
export interface Booker {
  device: string | null
  address: string
}
/** How many in a day. */
export interface ADay {
  perPhone: number
  perAddress: number
}
export interface BookingBounds {
  mayBook(booker: Booker): boolean
  /** A place is asked for: counted before the answer, so that many asked for at once are not all the first. */
  note(booker: Booker): void
  /** It was not given after all. */
  takeBack(booker: Booker): void
}

const DAY_MS = 24 * 3_600_000
const MOST_KEYS = 10_000

/** So many places a day for one phone and for one address: invented numbers do not fill the hall. `now`: monotonic, ms. */
export function bookingBounds({ perPhone, perAddress }: ADay, now: () => number): BookingBounds {
  const given = forgetfulMap<number[]>(MOST_KEYS)
  const of = (key: string): number[] => (given.get(key) ?? []).filter((at) => now() - at < DAY_MS)
  const keysOf = ({ device, address }: Booker): string[] =>
    device === null ? [`at ${address}`] : [`phone ${device}`, `at ${address}`]
  return {
    mayBook: ({ device, address }) =>
      (device === null || of(`phone ${device}`).length < perPhone) && of(`at ${address}`).length < perAddress,
    note(booker) {
      for (const key of keysOf(booker)) given.set(key, [...of(key), now()])
    },
    takeBack(booker) {
      for (const key of keysOf(booker)) given.set(key, of(key).slice(0, -1))
    },
  }
}
