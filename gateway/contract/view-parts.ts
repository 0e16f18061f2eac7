import { z } from 'zod'
import { slipFault } from './commands.ts'
import { emergencyView } from './emergency.ts'

/** Minutes, in multiples of 5; null = cannot be known now. */
export const wait = z.object({ lowMinutes: z.number(), highMinutes: z.number() }).nullable()

/** A moment in epoch milliseconds. */
export const epochMs = z.number()

export const ticketStatus = z.enum([
  'waiting',
  'called',
  'serving',
  'held',
  'missed',
  'transferred',
  'done',
  'cancelled',
  'expired',
])

/** Of a number from outside (远程取号): whether its holder has come to the hall; null = taken in the hall. */
export const arrival = z.enum(['to-come', 'here']).nullable()

export const slip = z.object({
  state: z.enum(['none', 'queued', 'printing', 'printed', 'failed', 'unknown']),
  printerId: z.string().nullable(),
  /** 1 = the first paper, 2 = the first reprint, … */
  copy: z.number(),
  fault: slipFault.nullable(),
})

export const hallHead = z.object({ name: z.string(), nameEn: z.string(), timeZone: z.string() })

export const emergency = emergencyView.nullable()

export const where = z.object({ floor: z.string(), zone: z.string(), counters: z.array(z.string()) })

/** Why no number is given now, as the refusal of take-ticket says it; null = one is given. */
export const notNow = z.object({ code: z.string(), details: z.record(z.string(), z.unknown()) }).nullable()

export const helpView = z.object({
  id: z.string(),
  /** A terminal's id, or who asks in words: 手机 A012, 12 号窗口. */
  from: z.string(),
  /** Where to go: floor and zone in words; null = wherever the holder of the phone is. */
  place: z.string().nullable(),
  /** The screen on which the visitor is, or why somebody is wanted. */
  where: z.string().nullable(),
  at: epochMs,
  answeredBy: z.string().nullable(),
  /** The visitor has gone while somebody was on the way. */
  left: z.boolean(),
  /** Nobody has answered for as long as the hall allows: the supervisor sees it too. */
  escalated: z.boolean(),
})

export type Wait = z.infer<typeof wait>
export type SlipView = z.infer<typeof slip>
export type TicketStatus = z.infer<typeof ticketStatus>
export type HelpView = z.infer<typeof helpView>
