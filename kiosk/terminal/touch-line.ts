/** Highest row for a control on a portrait panel of 1,920 rows, so that a hand reaches it at 1,220 mm (ACCESSIBILITY A5). */
export const touchLine = ({ heightMm, topEdgeMm }: { heightMm: number; topEdgeMm: number }): number =>
  Math.max(0, Math.ceil((1920 * (topEdgeMm - 1220)) / heightMm))
