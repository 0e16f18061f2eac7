import type { RatingSource } from '../../contract/ratings.ts'

export type RatingEvent =
  /** How the visitor found the service: 5 is 非常满意. One for each visit, the last press counts. `via` not there = a button box. */
  { type: 'visit-rated'; ticketId: string; counterId: string; stars: number; via?: RatingSource }
