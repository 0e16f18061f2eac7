import { z } from 'zod'
import { emergencyTemplate, emergencyView } from './emergency.ts'

/** The supervisors' page, what all its sections share. */
export const manageView = z.object({
  hall: z.object({ name: z.string(), nameEn: z.string(), timeZone: z.string() }),
  emergency: emergencyView.nullable(),
  emergencies: z.array(emergencyTemplate),
})
export type ManageView = z.infer<typeof manageView>
