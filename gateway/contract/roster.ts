import { z } from 'zod'

const day = z.iso.date()
const clock = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/, '时间写成 09:00 这样')

/** 首席代表 of a department, 值班领导 of the hall, 导办员 on shift. */
export const dutyPost = z.enum(['chief', 'leader', 'guide'])

/** One person on one day. Names stand in the hall for everybody to read; nothing else of a person is kept. */
export const duty = z
  .strictObject({
    day,
    post: dutyPost,
    /** The department's name, for a chief representative; null = of the whole hall. */
    departmentName: z.string().trim().min(1).max(100).nullable().default(null),
    name: z.string().trim().min(1, '姓名没有写').max(40),
    /** null = the whole day. */
    from: clock.nullable().default(null),
    until: clock.nullable().default(null),
  })
  .refine(({ post, departmentName }) => post !== 'chief' || departmentName !== null, '首席代表要写明部门')
  .refine(({ from, until }) => from === null || until === null || from < until, '下班要晚于上班')

/** All duties of the days from `from` to `until` are replaced by these. */
export const rosterCommands = [
  z.strictObject({ type: z.literal('set-roster'), from: day, until: day, duties: z.array(duty).max(2_000) }),
] as const

/** Who is on duty on one day, for walls, strips and desks. */
export const onDutyView = z.object({
  leader: z.array(z.string()),
  guides: z.array(z.string()),
  chiefs: z.array(z.object({ departmentName: z.string(), name: z.string() })),
})

export type Duty = z.infer<typeof duty>
export type DutyPost = z.infer<typeof dutyPost>
export type OnDutyView = z.infer<typeof onDutyView>
