import { z } from 'zod'
import { id } from './hall.ts'

/** Two ways to leave the row of a flow: this step is not needed, or the rest is not. */
export const legCommands = [
  z.strictObject({
    type: z.literal('skip-leg'),
    ticketId: z.string().min(1).max(64),
    counterId: id.nullable().default(null),
  }),
  z.strictObject({
    type: z.literal('drop-legs'),
    ticketId: z.string().min(1).max(64),
    counterId: id.nullable().default(null),
  }),
] as const

export const legState = z.enum(['to-come', 'now', 'done', 'skipped'])
/** One step of a flow's ticket as staff, phone and slip show it. */
export const legView = z.object({
  queueId: z.string(),
  queueName: z.string(),
  matters: z.array(z.string()),
  state: legState,
  where: z.array(z.object({ floor: z.string(), zone: z.string(), counters: z.array(z.string()) })),
})
export type LegState = z.infer<typeof legState>
export type LegView = z.infer<typeof legView>
