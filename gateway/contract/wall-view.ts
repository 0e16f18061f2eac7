import { z } from 'zod'
import { announcementView } from './announcement.ts'
import { wallLayout } from './wall-layout.ts'
import { scriptSettings, soundSettings } from './wall-settings.ts'

/** How a wall looks and speaks, from the hall folder and what was switched since. */
export const wallView = z.object({
  layout: wallLayout,
  part: z.enum(['whole', 'left', 'right']),
  /** The least height of a number in stage pixels at the declared distance; null = no distance declared. */
  numberPx: z.number().nullable(),
  sound: soundSettings,
  scripts: scriptSettings,
  announcements: z.array(announcementView),
  reloadAt: z.string().nullable(),
  /** Orders to this page: loaded before → load anew; asked for a picture → send one under this id. */
  orders: z.object({ reloadAt: z.number(), pictureId: z.string().nullable() }),
})
export type WallView = z.infer<typeof wallView>
