import { z } from 'zod'

/** The supervisors' page, what all its sections share. */
export const manageView = z.object({
  hall: z.object({ name: z.string(), nameEn: z.string(), timeZone: z.string() }),
})
export type ManageView = z.infer<typeof manageView>
