/** One appointment. It outlives the day on which it was made and is forgotten when its own day is over. */
export interface Appointment {
  readonly id: string
  readonly code: string
  day: string
  clock: string
  /** The hour, epoch ms. */
  at: number
  readonly queueId: string
  readonly matterId: string | null
  /** A keyed hash; null = not known. */
  readonly person: string | null
  /** The last four of the mobile, hashed likewise; null = not known. */
  readonly tail: string | null
  readonly reference: string | null
  state: 'booked' | 'came' | 'missed' | 'cancelled' | 'released'
  /** Until then, epoch ms, the place is held for its holder to confirm; null = it is firm. */
  confirmBy: number | null
}

/** All that is known of appointments; lives beside the day and not in it. */
export interface AppointmentBook {
  byId: Map<string, Appointment>
  byCode: Map<string, string>
  byReference: Map<string, string>
  /** Places taken, by `day clock queue`. */
  taken: Map<string, number>
  /** Days on which a person did not come, by keyed hash. */
  noShows: Map<string, string[]>
}
export const emptyBook = (): AppointmentBook => ({
  byId: new Map(),
  byCode: new Map(),
  byReference: new Map(),
  taken: new Map(),
  noShows: new Map(),
})

export const slotKey = (day: string, clock: string, queueId: string): string => `${day} ${clock} ${queueId}`
export function appointmentOf(book: AppointmentBook, code: string): Appointment | null {
  return book.byId.get(book.byCode.get(code) ?? '') ?? null
}
