/** Facts about tickets that walk through the steps of a flow. */
export type LegEvent =
  /** One step is over (done at a counter, or not needed); the ticket stands in the next queue with its arrival. */
  | { type: 'leg-left'; ticketId: string; how: 'done' | 'skipped' }
  /** Nothing follows the present step any more. */
  | { type: 'legs-dropped'; ticketId: string }
