import { z } from 'zod'
import { backupReports } from './backups.ts'
import { alertReports } from './alert.ts'
import { approvalCommands } from './approvals.ts'
import { counterWork, ticketNote } from './counter-work.ts'
import { appointmentCode, appointmentCommands, keyedHash } from './appointments.ts'
import { legCommands } from './flow-legs.ts'
import { emergencyCommands } from './emergency.ts'
import { escalationCommands, escalationReports } from './escalations.ts'
import { lightCommands, lightReports } from './lights.ts'
import { settingsReports } from './hall-settings.ts'
import { rosterCommands } from './roster.ts'
import { noticeCommands } from './notice.ts'
import { matterEditReports } from './matter-edits.ts'
import { clockCommands, clockReports } from './clock.ts'
import { catalogueReports } from './catalogue-imports.ts'
import { id } from './hall.ts'
import { wallCommands } from './wall-commands.ts'
import { padCommands } from './pads.ts'
import { ratingReports } from './ratings.ts'
import { grievanceReports } from './grievances.ts'
import { askedReports } from './asked.ts'
import { consultationCommands } from './consultations.ts'
import { errandCommands } from './errands.ts'
import { registerReports } from './register-changes.ts'
import { auditReports } from './audit.ts'
import { staffRoles } from './staff-roles.ts'
import { lineCommands } from './line.ts'
import { visitorLanguages } from './translation.ts'
import { wayGoal } from './ways/way-goal.ts'

const ticketId = z.string().min(1).max(64)
const reason = z.string().trim().min(1).max(60)

/** Orders that change the hall. What only devices and the gateway's own outputs may say is in `reports` below. */
export const command = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('take-ticket'),
    matterId: z.string().max(200).nullable().default(null),
    queueId: id.nullable().default(null),
    terminalId: id.nullable().default(null),
    /** A reason in words; guides only. */
    priority: reason.nullable().default(null),
    /** null = the terminal's own printer; `none` = no slip wanted. */
    printer: id.nullable().default(null),
    /** Names of materials that the visitor says are missing; printed on the slip, shown at the counter. */
    missing: z.array(z.string().max(200)).max(40).default([]),
    /** The visitor needs an accessible counter. */
    accessible: z.boolean().default(false),
    /** Several matters with one number, step by step (一件事). */
    flowId: id.nullable().optional(),
    /** Redeems an appointment; matter and queue are then its own. */
    appointmentCode: appointmentCode.nullable().optional(),
    /** From outside (远程取号): it is not called before its holder has come to the hall. */
    remote: z.boolean().optional(),
    /** The appointment's hour is still far: a guide lets its holder in now, and says why. */
    earlyReason: reason.nullable().optional(),
    /** In which the visitor took it: its slip and its phone speak so. Left out = nobody knows. */
    language: z.enum(visitorLanguages).optional(),
    /** With the card that was read at this terminal a moment ago; the gateway adds whose it is. */
    withCard: z.boolean().optional(),
    /** Who it is, as a hash under the key of the day; set by the gateway's own reader, never by a page. */
    identity: keyedHash.nullable().optional(),
  }),
  z.strictObject({ type: z.literal('open-counter'), counterId: id }),
  z.strictObject({ type: z.literal('pause-counter'), counterId: id, reason }),
  z.strictObject({ type: z.literal('close-counter'), counterId: id }),
  z.strictObject({ type: z.literal('call-next'), counterId: id }),
  /** Somebody who waits further back, by choice; `reason` says to everybody why. */
  z.strictObject({
    type: z.literal('call-ticket'),
    counterId: id,
    ticketId,
    reason: reason.nullable().optional(),
  }),
  z.strictObject({ type: z.literal('recall-ticket'), counterId: id }),
  z.strictObject({ type: z.literal('serve-ticket'), counterId: id }),
  z.strictObject({ type: z.literal('finish-ticket'), counterId: id }),
  z.strictObject({ type: z.literal('miss-ticket'), counterId: id }),
  z.strictObject({ type: z.literal('hold-ticket'), counterId: id, reason: reason.nullable().default(null) }),
  z.strictObject({ type: z.literal('resume-ticket'), counterId: id, ticketId: ticketId.nullable().default(null) }),
  z.strictObject({
    type: z.literal('transfer-ticket'),
    counterId: id.nullable().default(null),
    ticketId: ticketId.nullable().default(null),
    toQueueId: id.nullable().default(null),
    toCounterId: id.nullable().default(null),
    /** A person by work number, wherever they sit now. */
    toStaff: z.string().min(1).max(12).nullable().optional(),
    /** For the next clerk. */
    note: ticketNote.nullable().optional(),
  }),
  ...counterWork,
  z.strictObject({ type: z.literal('requeue-ticket'), ticketId }),
  /** 晚点再来: the visitor lets as many go first as the hall allows. */
  z.strictObject({ type: z.literal('defer-ticket'), ticketId }),
  /** 我马上到, and a guide asked for by phone: the holder of the number alone says so. */
  z.strictObject({ type: z.literal('announce-coming'), ticketId }),
  z.strictObject({ type: z.literal('ask-guide'), ticketId }),
  /** Its holder has come: by number where it was typed at a terminal, by id wherever it is known. */
  z.strictObject({
    type: z.literal('arrive-ticket'),
    ticketId: ticketId.nullable().default(null),
    number: z.string().max(12).nullable().default(null),
    terminalId: id.nullable().default(null),
  }),
  z.strictObject({ type: z.literal('cancel-ticket'), ticketId }),
  /** By the terminal that has just given it: 取错了. */
  z.strictObject({ type: z.literal('give-back-ticket'), terminalId: id, ticketId }),
  z.strictObject({ type: z.literal('prioritise-ticket'), ticketId, reason }),
  z.strictObject({ type: z.literal('reprint-slip'), ticketId, printer: id.nullable().default(null) }),
  z.strictObject({ type: z.literal('call-guide'), terminalId: id, where: z.string().max(60).nullable().default(null) }),
  z.strictObject({
    type: z.literal('print-list'),
    terminalId: id,
    /** null = the list of a flow. */
    matterId: z.string().max(200).nullable().default(null),
    flowId: id.nullable().default(null),
    /** The visitor's own case: question id → answer id. */
    answers: z.record(z.string().max(40), z.string().max(40)).default({}),
    /** Names of materials that are ticked on it. */
    brought: z.array(z.string().max(200)).max(80).default([]),
  }),
  /** The way from a terminal's plan on paper. */
  z.strictObject({
    type: z.literal('print-way'),
    terminalId: id,
    goal: wayGoal,
    /** By the lift. */
    stepFree: z.boolean().default(false),
    language: z.enum(['zh-Hans', 'en']).default('zh-Hans'),
  }),
  /** When a visitor has left a terminal: how often something was searched, and in vain. */
  z.strictObject({
    type: z.literal('tell-use'),
    terminalId: id,
    searches: z.number().int().min(1).max(99),
    empty: z.number().int().min(0).max(99),
  }),
  /** The visitor has gone from the terminal: nobody needs to come. */
  z.strictObject({ type: z.literal('leave-help'), terminalId: id }),
  z.strictObject({ type: z.literal('answer-help'), helpId: z.string().max(64) }),
  z.strictObject({ type: z.literal('finish-help'), helpId: z.string().max(64) }),
  /** `slip`: a sample of the hall's slips; else the page that shows whether the printer is well. */
  z.strictObject({ type: z.literal('test-printer'), printerId: id, what: z.enum(['page', 'slip']).optional() }),
  /** Off on purpose: no fault to anybody, and nothing is printed there, until it is switched on again. */
  z.strictObject({
    type: z.literal('switch-device-off'),
    deviceId: z.string().min(1).max(48),
    reason: reason.nullable().default(null),
  }),
  z.strictObject({ type: z.literal('switch-device-on'), deviceId: z.string().min(1).max(48) }),
  ...wallCommands,
  ...clockCommands,
  ...lineCommands,
  ...appointmentCommands,
  ...legCommands,
  ...emergencyCommands,
  ...noticeCommands,
  ...padCommands,
  ...lightCommands,
  ...approvalCommands,
  ...rosterCommands,
  ...escalationCommands,
  ...consultationCommands,
  ...errandCommands,
])

export const slipFault = z.enum([
  'paper-out',
  'cover-open',
  'cutter-jam',
  'offline',
  'mute',
  'printer-error',
  'power-cut',
  'switched-off',
])

export const paperLevel = z.enum(['enough', 'low', 'out'])

/** Facts that the gateway's own outputs bring back. No page can say them. */
export const report = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('report-slip'),
    ticketId,
    copy: z.number().int().positive(),
    outcome: z.enum(['printing', 'printed', 'failed', 'unknown']),
    fault: slipFault.nullable().default(null),
  }),
  /** The slip certainly did not come out there; it goes to another printer, as the same copy. */
  z.strictObject({ type: z.literal('move-slip'), ticketId, copy: z.number().int().positive(), printerId: id }),
  z.strictObject({ type: z.literal('report-paper'), printerId: id, paper: paperLevel }),
  z.strictObject({ type: z.literal('close-day') }),
  ...alertReports,
  ...clockReports,
  ...catalogueReports,
  ...matterEditReports,
  ...ratingReports,
  ...settingsReports,
  ...grievanceReports,
  ...auditReports,
  ...backupReports,
  ...registerReports,
  ...askedReports,
  ...lightReports,
  ...escalationReports,
])

export type Command = z.infer<typeof command>
export type Report = z.infer<typeof report>
export type SlipFault = z.infer<typeof slipFault>
export type PaperLevel = z.infer<typeof paperLevel>
export const roles = [...staffRoles, 'terminal', 'display', 'rating', 'integration'] as const
export type Role = (typeof roles)[number]
