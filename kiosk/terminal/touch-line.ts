/** Highest row for a control on a portrait panel of 1,920 rows, so that a hand reaches it at 1,220 mm (ACCESSIBILITY A5). */
export const touchLine = ({ heightMm, topEdgeMm }: { heightMm: number; topEdgeMm: number }): number =>
  Math.max(0, Math.ceil((1920 * (topEdgeMm - 1220)) / heightMm))
/** Of the panel that pages are drawn for: 32 inches, its upper edge at 1,400 mm. */
export const USUAL_TOUCH_LINE = 488
/** 低位模式: from a wheelchair, or for a child, everything is touched in the lower half. */
export const LOW_TOUCH_LINE = 960
