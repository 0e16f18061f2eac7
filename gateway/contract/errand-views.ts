import { z } from 'zod'
import { ticketStatus } from './view-parts.ts'

/** `state`: of its number; null = it has none. */
export const errandItemView = z.object({
  id: z.string(),
  matterId: z.string(),
  matterName: z.string(),
  /** Which queue gives numbers for it; null = none does. */
  queueId: z.string().nullable(),
  ticketId: z.string().nullable(),
  number: z.string().nullable(),
  state: ticketStatus.nullable(),
  counterId: z.string().nullable(),
  isDone: z.boolean(),
})
/** `holder`: who has it, as the log keeps it; null = handed on, and nobody has taken it. `holderName`, `forName`: in words. */
export const errandView = z.object({
  id: z.string(),
  code: z.string(),
  openedAt: z.number(),
  items: z.array(errandItemView),
  note: z.string().nullable(),
  holder: z.string().nullable(),
  holderName: z.string().nullable(),
  /** To whom it was handed on by name; null = to nobody by name. */
  forName: z.string().nullable(),
  since: z.number(),
})
export type ErrandView = z.infer<typeof errandView>
export type ErrandItemView = z.infer<typeof errandItemView>
