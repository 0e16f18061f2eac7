import type { Session } from '../session.ts'

/** A code in what was typed or scanned: digits in any grouping, or another system's letters. null = there is none. */
export function codeIn(text: string): string | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '').toUpperCase()
  return /^[A-Z0-9-]{4,32}$/.test(plain) ? plain : null
}

/** Redeems typed or scanned text at this terminal: takes the number, or leaves in `refusal` why not. Answers whether the text was a code. */
export async function redeemCode(session: Session, text: string): Promise<boolean> {
  const code = codeIn(text)
  if (code === null) return false
  await session.take({ matterId: null, queueId: null, missing: [], appointmentCode: code })
  return true
}
