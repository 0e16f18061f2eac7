import { z } from 'zod'

/** How the receipts of a hall's cases look (受理号): what all of them begin with, and how long they are. */
export const receiptShape = z.strictObject({
  begins: z.string().regex(/^(?:[A-Z0-9]|\{year\}){1,20}$/, '写大写字母、数字和 {year}，例如 QC{year}'),
  length: z.number().int().min(6).max(40),
})
export type ReceiptShape = z.infer<typeof receiptShape>
