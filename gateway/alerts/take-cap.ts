import type { AlertReport, AlertSource } from '../contract/alert.ts'
import { hasDoctype, readCap } from './read-cap.ts'
import { signedPart } from './signed-part.ts'

export type TakenCap = { ok: true; alert: AlertReport } | { ok: false; code: 'not-an-alert' | 'alert-not-signed' }

/**
 * A CAP message as a hall with these sources may believe it. With any listed, only what a certificate signed in the name of its own
 * sender; without, every message of who may send at all.
 */
export function takeCap(xml: string, sources: readonly AlertSource[]): TakenCap {
  const claimed = hasDoctype(xml) ? null : readCap(xml)
  if (!claimed) return { ok: false, code: 'not-an-alert' }
  if (sources.length === 0) return { ok: true, alert: claimed }
  const own = sources.filter(({ sender }) => sender === claimed.sender).map(({ certificate }) => certificate)
  const part = own.length === 0 ? null : signedPart(xml, own)
  if (part === null) return { ok: false, code: 'alert-not-signed' }
  const told = readCap(part)
  if (!told) return { ok: false, code: 'not-an-alert' }
  return told.sender === claimed.sender ? { ok: true, alert: told } : { ok: false, code: 'alert-not-signed' }
}
