import { z } from 'zod'

const line = z.string().trim().min(1).max(60)
const lines = z.array(line).max(4).default([])

/** Words of an emergency, made ready in the hall folder: nobody writes them while it burns. Looking for somebody stops no call: that is an announcement. */
export const emergencyTemplate = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,31}$/),
  name: z.string().min(1).max(20),
  title: z.string().trim().min(1).max(24),
  titleEn: z.string().trim().max(80).nullable().default(null),
  lines,
})
export const emergencyTemplates = z.array(emergencyTemplate).default([
  {
    id: 'fire',
    name: '火情',
    title: '请马上离开大厅',
    titleEn: 'Leave the hall now. Do not use the lifts.',
    lines: [
      '走安全出口，哪个近走哪个',
      '别坐电梯，走楼梯，不要跑',
      '不要回头，东西先不拿',
      '行动不便的请原地举手，有人来接',
    ],
  },
  {
    id: 'quake',
    name: '地震',
    title: '请护住头，躲到桌旁',
    titleEn: 'Drop, cover and hold on.',
    lines: ['离开玻璃和高柜', '摇晃停了再走楼梯离开'],
  },
  {
    id: 'gas',
    name: '燃气泄漏',
    title: '请马上离开大厅',
    titleEn: 'Leave the hall now. No flames, no switches.',
    lines: ['走安全出口，哪个近走哪个', '不要点火，不要按开关', '别坐电梯，走楼梯', '行动不便的请原地举手，有人来接'],
  },
])

export const emergencyCommands = [
  z.strictObject({
    type: z.literal('raise-emergency'),
    title: z.string().trim().min(1).max(24),
    titleEn: z.string().trim().max(80).nullable().default(null),
    lines,
    /** A drill says 演练 wherever it is shown. */
    drill: z.boolean().default(false),
    /** It ends by itself after so many minutes. */
    minutes: z.number().int().min(1).max(720).default(60),
  }),
  z.strictObject({ type: z.literal('lift-emergency') }),
] as const

/** What takes over a surface. `title` says 演练 by itself, so that no surface can forget it. Times are epoch ms. */
export const emergencyView = z.object({
  id: z.string(),
  title: z.string(),
  titleEn: z.string().nullable(),
  lines: z.array(z.string()),
  drill: z.boolean(),
  raisedAt: z.number(),
  until: z.number(),
  /** One sentence for the loudspeaker. */
  spoken: z.string(),
})
export type EmergencyView = z.infer<typeof emergencyView>
/** What every view of a surface carries. */
export interface TakenOver {
  emergency: EmergencyView | null
}
export type EmergencyTemplate = z.infer<typeof emergencyTemplate>
export type EmergencyCommand = z.infer<(typeof emergencyCommands)[number]>
