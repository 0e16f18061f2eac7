import { z } from 'zod'

/**
 * Where the hall tells another system that a device changed. `afterSeconds`: a state that stands for less is not told, so that a
 * cable that is only plugged over makes no alarm. The key that signs is in the data folder, never in the hall's.
 */
export const deviceHook = z.strictObject({
  url: z.url({ protocol: /^https?$/ }),
  states: z
    .array(z.enum(['ok', 'warning', 'fault', 'unknown', 'off']))
    .min(1)
    .default(['fault', 'warning', 'ok']),
  afterSeconds: z.number().min(0).max(3600).default(5),
})
export const deviceHooks = z.array(deviceHook).max(10).default([])
export type DeviceHook = z.infer<typeof deviceHook>
