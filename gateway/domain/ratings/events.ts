export type RatingEvent =
  /** How the visitor found the service: 5 is 非常满意. One for each visit, the last press counts. */
  { type: 'visit-rated'; ticketId: string; counterId: string; stars: number }
