/** WebSocket close code, as HTTP's 503: this gateway stands behind another one, which is at work. */
export const STANDS_BEHIND = 4503
/** The one that was at work is gone and this gateway takes the hall: knock here again, in a moment. */
export const COMES_FORWARD = 4504

/** Addresses of the gateways of one hall as they stand in TINGSHI_GATEWAYS: origins with a comma between. null = one of them is none. */
export function readGateways(text: string): string[] | null {
  const words = text.split(/[\s,]+/).filter((word) => word !== '')
  if (!words.every((word) => URL.canParse(word) && /^https?:$/.test(new URL(word).protocol))) return null
  return [...new Set(words.map((word) => new URL(word).origin))]
}
