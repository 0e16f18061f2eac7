import { z } from 'zod'
import { cameraTile } from './cameras.ts'
import { consultationsShown } from './consultations.ts'
import { emergencyTemplate, emergencyView } from './emergency.ts'
import { escalationView } from './escalations.ts'
import { noticeTarget, noticeView } from './notice.ts'
import { noticeTemplate } from './notice-template.ts'

/** The supervisors' page, what all its sections share. */
export const manageView = z.object({
  hall: z.object({ name: z.string(), nameEn: z.string(), timeZone: z.string() }),
  emergency: emergencyView.nullable(),
  emergencies: z.array(emergencyTemplate),
  /** Questions at the desk that have no answer. */
  consultations: consultationsShown,
  /** What was told to somebody above and still stands. */
  escalations: z.array(escalationView),
  notices: z.array(noticeView),
  /** Nobody approves a notice of their own. */
  secondApprover: z.boolean(),
  noticeTemplates: z.array(noticeTemplate),
  /** Where notices can be shown. */
  places: z.array(z.object({ target: noticeTarget, name: z.string() })),
  /** The walls: which layout hangs, and whether it is the hall folder's own. */
  screens: z.array(
    z.object({ id: z.string(), name: z.string(), layoutId: z.string(), switched: z.boolean(), voice: z.boolean() }),
  ),
  layouts: z.array(z.object({ id: z.string(), name: z.string() })),
  /** Pages of another server that stand beside the board. */
  cameras: z.array(cameraTile),
})
export type ManageView = z.infer<typeof manageView>
