/** Facts about appointments. No name, no number of a person: `person` is a keyed hash whose key is thrown away. */
export type AppointmentEvent =
  | {
      type: 'appointment-booked'
      appointmentId: string
      code: string
      day: string
      clock: string
      /** The hour, epoch ms. */
      hour: number
      queueId: string
      matterId: string | null
      person: string | null
      /** The last four of the mobile under the same key; older logs have none. */
      tail?: string
      reference: string | null
      /** Held until then, epoch ms, and given back unless it is confirmed; not there = firm at once. */
      confirmBy?: number
    }
  | { type: 'appointment-confirmed'; appointmentId: string }
  /** Nobody confirmed it in time: the place is free again, and nobody counts as not having come. */
  | { type: 'appointment-released'; appointmentId: string }
  | { type: 'appointment-cancelled'; appointmentId: string }
  /** To another day or hour, epoch ms. */
  | { type: 'appointment-moved'; appointmentId: string; day: string; clock: string; hour: number }
  /** Redeemed at a terminal or desk. `counts` = false: too late, an ordinary number. `early`: why
   * somebody was let in before that hour */
  | { type: 'appointment-met'; appointmentId: string; ticketId: string; counts: boolean; early?: string }
  /** The hour of a visitor who waits: from now on the ticket stands in its own class. */
  | { type: 'appointment-due'; ticketId: string }
  /** The window is over and nobody came. `noShowsFrom`: older ones of this person no longer count. */
  | { type: 'appointment-missed'; appointmentId: string; noShowsFrom: string | null }
