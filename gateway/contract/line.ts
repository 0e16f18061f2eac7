import { z } from 'zod'

const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/)
const count = z.number().int().min(1).max(20)

/**
 * How a queue puts priorities and the others in order. `interleave`: at most `priority` priorities in a row, then `ordinary`
 * others, while both wait. `ageing`: a priority counts as if it had come `headStartMinutes` earlier.
 */
export const policy = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('first-come') }),
  z.strictObject({ kind: z.literal('strict') }),
  z.strictObject({ kind: z.literal('interleave'), ordinary: count, priority: count }),
  z.strictObject({ kind: z.literal('ageing'), headStartMinutes: z.number().int().min(1).max(240) }),
])

/** Why a ticket is called before the others; words are made from it in views. Times are epoch ms. */
export const why = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('sent-here') }),
  z.strictObject({ rule: z.literal('priority'), reason: z.string() }),
  z.strictObject({ rule: z.literal('appointment'), at: z.number() }),
  z.strictObject({ rule: z.literal('accessible') }),
  z.strictObject({ rule: z.literal('its-turn'), priorities: z.number() }),
  z.strictObject({ rule: z.literal('aged'), headStartMinutes: z.number() }),
  z.strictObject({ rule: z.literal('returned') }),
  /** Let others go first, by its own wish. */
  z.strictObject({ rule: z.literal('stepped-back') }),
  z.strictObject({ rule: z.literal('transferred') }),
  /** One of several steps with the same number is done. */
  z.strictObject({ rule: z.literal('next-leg') }),
  z.strictObject({ rule: z.literal('longest') }),
  z.strictObject({ rule: z.literal('by-hand'), reason: z.string().optional() }),
])

/** The day's own arrangement of counters (潮汐窗口): at once, until it is restored or the day closes. */
export const lineCommands = [
  z.strictObject({ type: z.literal('assign-counter'), counterId: id, queues: z.array(id).min(1).max(50) }),
  z.strictObject({ type: z.literal('restore-counter'), counterId: id }),
  /** A counter's last steps are taken back, within the hall's `undoSeconds`. */
  z.strictObject({ type: z.literal('undo-step'), counterId: id }),
  /** The same at a desk, for who did it: the last step there was with this number. */
  z.strictObject({ type: z.literal('undo-desk-step'), ticketId: z.string().min(1).max(64) }),
] as const

export type Policy = z.infer<typeof policy>
export type Why = z.infer<typeof why>
