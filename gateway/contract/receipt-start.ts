import type { ReceiptShape } from './receipt-shape.ts'

/** What stands in the field of a receipt before anybody types; `day` 2026-03-18. Apart from its schema: terminals take this and not zod. */
export const receiptStart = ({ begins }: ReceiptShape, day: string): string =>
  begins.replaceAll('{year}', day.slice(0, 4))
