import { z } from 'zod'
import { staffRoles } from './staff-roles.ts'

/** How far a right of a person reaches. */
export const staffReach = z.enum(['any', 'own counter', 'own queues'])
/** What a person would call one thing that may be done, and how far each role may; null = not. */
export const dutyId = z.enum([
  ...(['call', 'pass-on', 'take', 'help', 'assign', 'announce', 'appointments', 'consult', 'escalations'] as const),
  ...(['approvals', 'devices', 'notices', 'approve', 'emergency', 'grievances', 'lights', 'reports'] as const),
  ...(['persons', 'register', 'settings', 'records'] as const),
])
export const dutyRow = z.object({ duty: dutyId, reach: z.record(z.enum(staffRoles), staffReach.nullable()) })
/** `GET /api/v1/staff/posts` */
export const dutyList = z.object({ items: z.array(dutyRow), total: z.number() })

export type DutyId = z.infer<typeof dutyId>
export type DutyRow = z.infer<typeof dutyRow>
export type StaffReach = z.infer<typeof staffReach>
