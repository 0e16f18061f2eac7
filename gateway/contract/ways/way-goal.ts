import { z } from 'zod'

const name = z.string().min(1).max(60)

/** Where somebody wants to go: a counter by what stands over it, the counters of a zone, or a place of the plan by its floor and name. */
export const wayGoal = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('counter'), counter: name }),
  z.strictObject({ kind: z.literal('zone'), zone: name }),
  z.strictObject({ kind: z.literal('place'), floor: name, name }),
])
export type WayGoal = z.infer<typeof wayGoal>
