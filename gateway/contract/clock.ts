import { z } from 'zod'

const day = z.iso.date()
const found = { hallSays: z.number(), clockSays: z.number(), day }

/** A person has looked at the computer's clock: it is right. */
export const clockCommands = [z.strictObject({ type: z.literal('trust-clock') })] as const

/** What the gateway noticed about its own clock; `day` is the day by that clock. No page can say it. */
export const clockReports = [
  z.strictObject({
    type: z.literal('report-clock'),
    found: z.enum(['doubted', 'came-back', 'day-was-wrong', 'midnight-passed']),
    ...found,
  }),
] as const

/** For the board and the desk, epoch ms; null = the clock is trusted. */
export const clockDoubtView = z.object({ hallSays: z.number(), clockSays: z.number() }).nullable()

export type ClockCommand = z.infer<(typeof clockCommands)[number]>
export type ClockReport = z.infer<(typeof clockReports)[number]>
export type ClockDoubtView = z.infer<typeof clockDoubtView>
