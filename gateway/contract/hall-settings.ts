import { z } from 'zod'
import { slipLayout } from './slip-layout.ts'

const step = z.union([z.string().max(64), z.number().int().min(0).max(10_000)])
/** One thing that is set, or taken out (`value` left out). `path` as in the hall: queues, 2, name. */
export const settingChange = z.strictObject({
  path: z.array(step).min(1).max(12),
  value: z.json().optional(),
})
export type SettingChange = z.infer<typeof settingChange>

/** `POST /api/v1/hall-settings` and `/check`. `revision`: of the files that these changes were made on. */
export const settingsOrder = z.strictObject({
  revision: z.string().max(64),
  changes: z.array(settingChange).min(1).max(500),
})
export const settingFault = z.object({ key: z.string(), file: z.string(), line: z.number(), message: z.string() })
export type SettingFault = z.infer<typeof settingFault>

/** What was changed, as people read it: 队列 B · 名称, 企业开办 → 企业登记. '' = there was nothing, or nothing is left. */
export const settingLine = z.object({ where: z.string(), before: z.string(), after: z.string() })
export type SettingLine = z.infer<typeof settingLine>

/** One change that was saved: who, when, what. `undoes`: the change that it takes back. */
export const settingsChange = z.object({
  changeId: z.string(),
  at: z.number(),
  by: z.string(),
  undoes: z.string().nullable(),
  lines: z.array(settingLine),
  /** Parts that count only from the next start on. */
  waits: z.array(z.string()),
})
export type SettingsChange = z.infer<typeof settingsChange>

/** A key of the hall folder, for a form: see docs/hall.md. */
export const settingKey = z.object({
  path: z.string(),
  kinds: z.array(z.string()),
  choices: z.array(z.union([z.string(), z.number()])),
  least: z.number().nullable(),
  most: z.number().nullable(),
  /** What counts without it; left out = it must be written. */
  usual: z.json().optional(),
  mayBeNull: z.boolean(),
  /** The kinds of what holds it that have this key; null = all. */
  only: z.array(z.string()).nullable(),
})
export type SettingKey = z.infer<typeof settingKey>

/** `GET /api/v1/hall-settings`: the folder as it is written, without what is usual. */
export const hallSettings = z.object({
  revision: z.string(),
  /** Part → what its file says: queues, hours, name … */
  parts: z.record(z.string(), z.json()),
  keys: z.array(settingKey),
  faults: z.array(settingFault),
  /** Things that hold but should be known. */
  hints: z.array(z.string()),
  /** Parts that are changed on disk and count from the next start on. */
  waits: z.array(z.string()),
  history: z.array(settingsChange),
})
export type HallSettings = z.infer<typeof hallSettings>

/** What a check says; `waits`: parts of these changes that count only from the next start on. */
export const settingsCheck = z.object({
  faults: z.array(settingFault),
  hints: z.array(z.string()),
  waits: z.array(z.string()),
  lines: z.array(settingLine),
})
export type SettingsCheck = z.infer<typeof settingsCheck>
export const settingsSaved = z.object({ changeId: z.string(), revision: z.string(), waits: z.array(z.string()) })
export type SettingsSaved = z.infer<typeof settingsSaved>
/** `POST /api/v1/hall-settings/slip`: a sample slip in a layout that is not saved yet. */
export const slipDraft = z.strictObject({ slip: slipLayout })
export const undoSettings = z.strictObject({ revision: z.string().max(64), changeId: z.string().max(64) })

/** Only the gateway's own door says it: the files are written by then, and the texts from before are kept. */
export const settingsReports = [
  z.strictObject({
    type: z.literal('change-hall'),
    undoes: z.string().max(64).nullable(),
    lines: z.array(settingLine).max(500),
    waits: z.array(z.string().max(64)).max(60),
    /** Of each file the hash of its text before and after. */
    files: z
      .array(z.strictObject({ file: z.string().max(80), before: z.string().nullable(), after: z.string() }))
      .max(20),
  }),
] as const
export type SettingsReport = z.infer<(typeof settingsReports)[number]>
