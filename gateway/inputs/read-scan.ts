/** What a scanned text is by its form, before anybody looks whether such a thing exists. */
export type Scan =
  | { kind: 'slip'; token: string }
  | { kind: 'appointment'; code: string }
  | { kind: 'matter'; matterId: string }
  | { kind: 'receipt'; receipt: string }
  | { kind: 'unknown' }

/** Which bare words mean something in this hall. */
export interface KnownCodes {
  isToken(text: string): boolean
  /** By the matter's own id or its code; null = none. */
  matterOf(text: string): string | null
}

const LONGEST = 512
const token = /^[A-Za-z0-9_-]{16,64}$/
/** Whoever holds an ID card or types a phone number before a scanner meant no case: it is not looked up and not kept. */
const personal = /^(\d{17}[\dXx]|\d{15}|1[3-9]\d{9})$/
const unknown: Scan = { kind: 'unknown' }

/**
 * A code from paper, a phone or a card that nobody has looked at yet: a slip's address or its bare token, an appointment's eight
 * digits, a matter's id or code, else perhaps a case's receipt (letters, digits, -; with a digit). Anything longer than 512 characters,
 * with control characters or of other form is unknown.
 */
export function readScan(raw: string, known: KnownCodes): Scan {
  if (raw.length > LONGEST) return unknown
  const text = raw.trim()
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is kept out.
  if (text === '' || /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/.test(text))
    return unknown
  if (/^https?:\/\//i.test(text)) {
    const path = URL.canParse(text) ? new URL(text).pathname : ''
    const found = /^\/t\/([^/]+)\/?$/.exec(path)?.[1]
    // Whose address it is does not matter: only the token is looked up, and nothing is fetched.
    return found !== undefined && token.test(found) ? { kind: 'slip', token: found } : unknown
  }
  if (token.test(text) && known.isToken(text)) return { kind: 'slip', token: text }
  if (/^\d{8}$/.test(text)) return { kind: 'appointment', code: text }
  const matterId = known.matterOf(text)
  if (matterId !== null) return { kind: 'matter', matterId }
  if (personal.test(text)) return unknown
  return /^(?=.*\d)[A-Za-z0-9][A-Za-z0-9-]{3,63}$/.test(text)
    ? { kind: 'receipt', receipt: text.toUpperCase() }
    : unknown
}
