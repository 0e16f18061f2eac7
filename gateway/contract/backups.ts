import { z } from 'zod'

/** Copies of what a hall must not lose, in hall.yaml; null = by hand only. */
export const backupSettings = z.strictObject({
  /** Best on another disk or machine; null = beside the data folder. */
  folder: z.string().min(1).max(300).nullable().default(null),
  /** Each day at this time of the hall. */
  at: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间写成 02:00 这样')
    .default('02:00'),
  /** So many are kept; those that people made by command are never thrown away. */
  keep: z.number().int().min(1).max(365).default(14),
  /** A file with a key: with it all that is copied is encrypted. */
  keyFile: z.string().min(1).max(300).nullable().default(null),
})
export type BackupSettings = z.infer<typeof backupSettings>

const made = z.strictObject({
  /** tingshi-2026-03-18T020000Z */
  name: z.string().max(60),
  /** Of the log in it. */
  rows: z.number().int(),
  bytes: z.number().int(),
  sealed: z.boolean(),
})
export type MadeBackup = z.infer<typeof made>

/** What only the gateway says: a copy was made and tried, or why not. `removed`: older ones that were thrown away for it. */
export const backupReports = [
  z.strictObject({ type: z.literal('report-backup'), ...made.shape, removed: z.array(z.string().max(60)).max(400) }),
  z.strictObject({ type: z.literal('report-backup-failed'), why: z.string().max(300) }),
] as const
export type BackupReport = z.infer<(typeof backupReports)[number]>

/** `GET /api/v1/backups`. Times are epoch ms. */
export const backupList = z.object({
  /** Where they lie, as this computer names it. */
  folder: z.string(),
  /** 02:00; null = no schedule. */
  at: z.string().nullable(),
  keep: z.number(),
  sealed: z.boolean(),
  isRunning: z.boolean(),
  /** The stream on which the log lies too: what is copied is this gateway's whole log, held against the stream; null = there is none. */
  stream: z.string().nullable(),
  /** The last one that failed, after the last good one. */
  failure: z.object({ at: z.number(), why: z.string() }).nullable(),
  /** The newest first. `isThere`: its folder still is. */
  items: z.array(made.extend({ at: z.number(), by: z.string(), isThere: z.boolean() })),
  total: z.number(),
})
export type BackupList = z.infer<typeof backupList>
/** `POST /api/v1/backups` */
export const backupBegun = z.object({ isRunning: z.literal(true) })
