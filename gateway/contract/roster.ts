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

/** So many days may be set at once, and so many duties. */
export const MOST_DAYS = 366
export const MOST_DUTIES = 2_000

/** All duties of the days from `from` to `until` are replaced by these. */
export const rosterCommands = [
  z.strictObject({ type: z.literal('set-roster'), from: day, until: day, duties: z.array(duty).max(MOST_DUTIES) }),
] as const

/** Who is on duty on one day, for walls, strips and desks. */
export const onDutyView = z.object({
  leader: z.array(z.string()),
  guides: z.array(z.string()),
  chiefs: z.array(z.object({ departmentName: z.string(), name: z.string() })),
})

/** Where visitors read who is on duty (hall.yaml): over the counter, on walls, on a department's page at the terminal. */
export const dutyPlace = z.enum(['strip', 'wall', 'department'])
export const dutyShown = z.array(dutyPlace).max(3).default([])

/** Some days of the roster, with what belongs on them: the departments in the hall's order, and on which days the hall is open. */
export const rosterView = z.object({
  duties: z.array(duty),
  departments: z.array(z.string()),
  days: z.array(z.object({ day, isOpen: z.boolean() })),
})
/** `GET /v1/roster?from=&until=`. */
export const rosterQuestion = z
  .object({ from: day, until: day })
  .refine(({ from, until }) => from <= until && Date.parse(until) - Date.parse(from) <= MOST_DAYS * 86_400_000)

/** What a sheet says, before anything is set. `refused`: rows that do not count, with the reason in words; `notes`: what else was left out. */
export const rosterRead = z.object({
  from: day,
  until: day,
  duties: z.array(duty),
  refused: z.array(z.object({ row: z.number(), sheet: z.string().nullable(), message: z.string() })),
  notes: z.array(z.string()),
})

export type Duty = z.infer<typeof duty>
export type DutyPost = z.infer<typeof dutyPost>
export type DutyPlace = z.infer<typeof dutyPlace>
export type OnDutyView = z.infer<typeof onDutyView>
export type RosterView = z.infer<typeof rosterView>
export type RosterRead = z.infer<typeof rosterRead>
