import type { SlotKind } from '../../../gateway/contract/announcement.ts'
import { SLOT, fillSlot } from '../../../gateway/contract/fill-template.ts'

export type Slots = Readonly<Record<string, string>>
interface Template {
  text: Readonly<Record<string, string | undefined>>
  slots: Readonly<Record<string, SlotKind>>
}

/**
 * A template's words with the slots filled, judged as the gateway will judge them; null while something is missing or does not fit, or when nobody
 * wrote it in that language.
 */
export function filledWords({ text, slots }: Template, given: Slots, language: string): string | null {
  const words = text[language]
  const filled = new Map(Object.entries(slots).map(([slot, kind]) => [slot, fillSlot(kind, given[slot] ?? '')]))
  if (words === undefined || [...filled.values()].includes(null)) return null
  const said = [...words.matchAll(SLOT)].map(([, slot = '']) => filled.get(slot)?.text(language) ?? null)
  return said.includes(null) ? null : words.replace(SLOT, () => said.shift() ?? '')
}
