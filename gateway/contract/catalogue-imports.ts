import { z } from 'zod'

const count = z.number().int().nonnegative()
const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** An import whose content already lies in the data folder under `hash`. `before` = the catalogue that it was planned on. */
export const importOrder = z.strictObject({
  hash,
  before: hash.nullable(),
  source: z.string().min(1).max(40),
  counts: z.strictObject({ added: count, changed: count, removed: count, total: count }),
})
export type ImportOrder = z.infer<typeof importOrder>

/** Orders of the gateway's own doors for imports; no page can say them. */
export const catalogueReports = [importOrder.extend({ type: z.literal('import-catalogue') }), z.strictObject({ type: z.literal('undo-import') })] as const
