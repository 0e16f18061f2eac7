import { z } from 'zod'

/**
 * Why nobody of a queue is called now, told before a number is taken; null = counters call. `lunch`: until the clock in `until`;
 * `silent`: counters are open, but have called nobody for long.
 */
export const notCalling = z
  .object({ why: z.enum(['no-counter', 'lunch', 'silent']), until: z.string().nullable() })
  .nullable()
export type NotCalling = z.infer<typeof notCalling>
