import { publicAddress } from './public-address.ts'
import { z } from 'zod'
import { alertSources } from './alert.ts'
import { announcementTemplate } from './announcement.ts'
import { policy } from './line.ts'
import { autoCall, dayClose, later, lunch, phoneNumbers } from './hours-and-quotas.ts'
import { queueHours, quota, tide, waitPromise, warnAt } from './hours-and-quotas.ts'
import { backupSettings } from './backups.ts'
import { booking } from './booking.ts'
import { cameras } from './cameras.ts'
import { panelExtras } from './led-panel.ts'
import { AGENT_PAGE_PORT } from './agent-page-port.ts'
import { escalationRules } from './escalations.ts'
import { emergencyTemplates } from './emergency.ts'
import { mailSettings } from './mail.ts'
import { noticeTemplate } from './notice-template.ts'
import { deviceHooks } from './device-hooks.ts'
import { dutyShown } from './roster.ts'
import { inputDevices } from './input-devices.ts'
import { floorPlan } from './plan.ts'
import { receiptShape } from './receipt-shape.ts'
import { nothingSaid, saidWords } from './said-words.ts'
import { signInSettings } from './sign-in-settings.ts'
import { slipLayout } from './slip-layout.ts'
import { webhooks } from './webhooks.ts'
import { visitorLanguages } from './translation.ts'
import { wallLayout } from './wall-layout.ts'
import { wallScreen, wallSettings } from './wall-settings.ts'

/** The hall as its folder describes it (assets/sample-hall is the example). Ids are short words that staff read aloud. */
export const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/, '编号只能用字母、数字、- 和 _，最长 32 位')
const clock = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/, '时间写成 09:00 这样')

export const department = z.strictObject({ id, name: z.string().min(1), subCentre: id.nullable().default(null) })

/** `minutes` is the configured time of one service, the start of every wait estimate. */
export const queue = z.strictObject({
  id,
  series: z.string().regex(/^[A-Z]$/, '号段是一个大写字母'),
  name: z.string().min(1),
  nameEn: z.string().nullable().default(null),
  minutes: z.number().positive().max(240),
  policy: policy.default({ kind: 'strict' }),
  hours: queueHours.nullable().default(null),
  quota: quota.nullable().default(null),
  warnAt: warnAt.nullable().default(null),
})

export const counter = z.strictObject({
  id,
  floor: id,
  zone: id,
  queues: z.array(id).min(1),
  /** Queue → level; 1 is served before 2, a queue not named here has 1. */
  levels: z.record(id, z.number().int().min(1).max(9)).default({}),
  department: id.nullable().default(null),
  accessible: z.boolean().default(false),
  /** The printer within the clerk's reach; null = paper comes out at a terminal of the zone. */
  printer: id.nullable().default(null),
  /** false = this counter never calls by itself, whatever the hall says. */
  autoCall: z.boolean().default(true),
})

/** The panel's size and the height of its upper edge decide where controls may stand (ACCESSIBILITY A5). */
export const terminal = z.strictObject({
  id,
  name: z.string(),
  floor: id,
  zone: id,
  printer: id.nullable(),
  panel: z.strictObject({ heightMm: z.number().positive(), topEdgeMm: z.number().positive() }),
})

/**
 * `simulated` printers are real TCP servers inside a demo hall; the address is chosen at start. `agent`: plugged into the
 * terminal's own computer, which lends it by the small program there; `path` as that computer names it.
 */
export const printerLink = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('tcp'), host: z.string(), port: z.number().int().min(1).max(65535) }),
  z.strictObject({ kind: z.literal('usb'), path: z.string().min(1).default('/dev/usb/lp0') }),
  z.strictObject({
    kind: z.literal('serial'),
    path: z.string().min(1),
    baudRate: z.number().int().positive().default(115_200),
  }),
  z.strictObject({ kind: z.literal('agent'), terminal: id, path: z.string().min(1).default('/dev/usb/lp0') }),
  z.strictObject({ kind: z.literal('simulated') }),
])
/** Which questions a model answers: all that prove a slip, only the one about paper, or none. */
export const printerAnswers = z.enum(['receipt', 'paper', 'nothing'])
export const printer = z.strictObject({
  id,
  name: z.string(),
  link: printerLink,
  paperMm: z.union([z.literal(80), z.literal(58)]).default(80),
  mode: z.enum(['raster', 'text']).default('raster'),
  answers: printerAnswers.default('receipt'),
  /** Where its slips come out while it cannot print; best one that stands within sight. */
  fallback: id.nullable().default(null),
})

export const screen = z.strictObject({
  id,
  name: z.string(),
  /** Which zones are called here; an empty list means the whole hall. */
  zones: z.array(id).default([]),
  /** null = by panel size and distance; 4 without them. */
  rows: z.number().int().min(1).max(8).nullable().default(null),
  voice: z.boolean().default(true),
  ...wallScreen,
})
export const panel = z.strictObject({
  id,
  name: z.string(),
  zones: z.array(id).default([]),
  width: z.number().int().min(8).max(4096),
  height: z.number().int().min(8).max(2160),
  ...panelExtras,
})

/** `generalQueue`: one general counter takes all of it (一窗受理); null = step by step. */
export const flow = z.strictObject({
  id,
  name: z.string(),
  nameEn: z.string().nullable().default(null),
  matters: z.array(z.string()).min(2),
  generalQueue: id.nullable().default(null),
  /** Joint promise of a parallel approval in working days; null = the longest of its legs. */
  promisedDays: z.number().int().positive().max(400).nullable().default(null),
})

/** A way in by what happens in a life or a company: 生孩子, 开办企业. */
export const theme = z.strictObject({
  id,
  name: z.string().min(1),
  nameEn: z.string().nullable().default(null),
  group: z.enum(['person', 'business']),
  matters: z.array(z.string()).min(1),
})

/** `until` is the last day; left out = one day. */
export const closure = z
  .strictObject({
    from: z.iso.date(),
    until: z.iso.date().nullable().default(null),
    reason: z.string().max(40).nullable().default(null),
  })
  .refine(({ from, until }) => until === null || until >= from, '最后一天不能早于第一天。')

export const hall = z.strictObject({
  id,
  name: z.string().min(1),
  nameEn: z.string().default(''),
  /** What visitors may choose at a terminal; Mongolian appears only as far as two people have checked its words. */
  languages: z.array(z.enum(visitorLanguages)).min(1).default(['zh-Hans', 'en']),
  timeZone: z.string().default('Asia/Shanghai'),
  /** Where a visitor's phone reaches this gateway; null = the address it listens on. */
  publicUrl: publicAddress.nullable().default(null),
  /** Reverse proxies in front of the gateway, as addresses or networks; only their word about who asks is believed. */
  trustedProxies: z
    .array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], '写成地址或网段，例如 192.168.1.5 或 10.0.0.0/24'))
    .max(20)
    .default([]),
  /** Where terminals' pages ask the program on their own computer (127.0.0.1); the same as its --page-port. */
  agentPagePort: z.number().int().min(1_024).max(65_535).default(AGENT_PAGE_PORT),
  hours: z.strictObject({
    open: clock,
    close: clock,
    lastTicket: clock,
    weekdays: z.array(z.number().int().min(1).max(7)),
  }),
  /** Days on which the hall itself is closed, whatever the calendar says: moving, a power cut that was announced. */
  closures: z.array(closure).max(200).default([]),
  lunch: lunch.nullable().default(null),
  tides: z.array(tide).max(200).default([]),
  autoCall: autoCall.nullable().default(null),
  dayClose: dayClose.nullable().default(null),
  waitPromise: waitPromise.prefault({}),
  missed: z
    .strictObject({ withinMinutes: z.number().int().positive(), place: z.number().int().positive() })
    .default({ withinMinutes: 30, place: 3 }),
  later: later.nullable().default(null),
  /** How long a counter may take back its last step. */
  undoSeconds: z.number().int().min(0).max(60).default(8),
  /** A call for a guide that nobody has answered for so long goes to the supervisor, too. */
  helpEscalateSeconds: z.number().int().min(10).max(3_600).default(90),
  /** Whether a clerk may call somebody who is not next, with a reason. */
  callByChoice: z.boolean().default(true),
  maxRecalls: z.number().int().positive().default(3),
  subCentres: z.array(z.strictObject({ id, name: z.string() })).default([]),
  floors: z.array(
    z.strictObject({
      id,
      name: z.string(),
      nameEn: z.string().nullable().default(null),
      zones: z.array(z.strictObject({ id, name: z.string(), nameEn: z.string().nullable().default(null) })),
    }),
  ),
  departments: z.array(department).min(1),
  queues: z.array(queue).min(1),
  counters: z.array(counter).min(1),
  terminals: z.array(terminal).default([]),
  printers: z.array(printer).default([]),
  screens: z.array(screen).default([]),
  panels: z.array(panel).default([]),
  ...inputDevices,
  guideDesks: z
    .array(z.strictObject({ id, name: z.string(), floor: id, zone: id, printer: id.nullable().default(null) }))
    .default([]),
  flows: z.array(flow).default([]),
  themes: z.array(theme).default([]),
  /** One drawing for each floor; without one the terminal tells the place in words. */
  plan: z.array(floorPlan).default([]),
  notices: z.array(z.strictObject({ id, text: z.string().min(1) })).default([]),
  /** Nobody approves a notice that they wrote or changed themselves. */
  secondApprover: z.boolean().default(false),
  wall: wallSettings.prefault({}),
  layouts: z.array(wallLayout).default([]),
  announcements: z.array(announcementTemplate).default([]),
  noticeTemplates: z.array(noticeTemplate).default([]),
  /** Appointments; null = none. */
  booking: booking.nullable().default(null),
  phoneNumbers: phoneNumbers.nullable().default(null),
  /** How receipts of cases look; null = each in its own way. */
  receipts: receiptShape.nullable().default(null),
  emergencies: emergencyTemplates,
  alertSources,
  deviceHooks,
  /** Who is told of numbers, calls, grades and lights. */
  webhooks,
  /** What people of this place say, beside what comes with the program: words.yaml. */
  words: saidWords.default(nothingSaid),
  /** How a slip looks: slip.yaml. */
  slip: slipLayout,
  /** What is told to whom when it stands too long. */
  escalations: escalationRules,
  /** Reminders of lights by mail; null = none. */
  mail: mailSettings.nullable().default(null),
  /** Pictures of another server's cameras beside the board. */
  cameras,
  /** Where visitors read who is on duty; [] = nowhere. */
  dutyShown,
  /** Copies of the hall's data; null = by hand only. */
  backup: backupSettings.nullable().default(null),
  signIn: signInSettings.prefault({}),
  pauseReasons: z.array(z.string()).default(['午休', '取材料', '设备故障', '临时离开']),
})

export type Hall = z.infer<typeof hall>
export type Queue = z.infer<typeof queue>
export type Counter = z.infer<typeof counter>
export type Terminal = z.infer<typeof terminal>
export type Printer = z.infer<typeof printer>
export type PrinterLink = z.infer<typeof printerLink>
export type PrinterAnswers = z.infer<typeof printerAnswers>
export type Panel = z.infer<typeof panel>
export type Screen = z.infer<typeof screen>
