import { z } from 'zod'

const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/)

/** Orders about what hangs in the lobby; guides and supervisors. */
export const wallCommands = [
  /** null = as the hall folder says. */
  z.strictObject({ type: z.literal('switch-layout'), screenId: id, layoutId: z.string().max(32).nullable() }),
  z.strictObject({
    type: z.literal('announce'),
    templateId: id,
    slots: z.record(z.string().max(16), z.string().trim().max(40)).default({}),
  }),
  /** A lost child that has been found needs no second call. */
  z.strictObject({ type: z.literal('stop-announcement'), announcementId: z.string().min(1).max(64) }),
  z.strictObject({ type: z.literal('reload-screen'), screenId: id }),
  z.strictObject({ type: z.literal('picture-screen'), screenId: id }),
] as const
