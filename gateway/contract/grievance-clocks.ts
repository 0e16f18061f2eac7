import type { GrievanceStage } from './grievances.ts'

export const isOpenStage = (stage: GrievanceStage): boolean => stage !== 'closed' && stage !== 'withdrawn'

/** Working days (GB/T 39735 with DOMAIN): somebody takes it up within one, it is put right within fifteen. */
export const CONTACT_WITHIN_DAYS = 1
export const SETTLE_WITHIN_DAYS = 15
/** So many working days before the end somebody is reminded. */
export const REMIND_BEFORE_DAYS = 2
/** So long after its end the visitor can still read the answer. */
export const ANSWER_KEPT_DAYS = 90
