import type { AnnouncementTemplate, SlotKind } from './announcement.ts'

/** What one slot says: its words by language, and its clips: one by its name, or signs and numbers that each language says its own way. */
export interface Filled {
  /** null = nobody wrote it in that language; what is typed freely is Chinese. */
  text(language: string): string | null
  /** null = it can only be shown. */
  clips: string[] | null
}

/** Where a slot stands in the words. */
export const SLOT = /\{([a-z][A-Za-z]{0,15})\}/g

/** Province sign, letter of the city, five or six signs (GA 36-2018). */
const plate = /^[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新][A-HJ-NP-Z][A-HJ-NP-Z0-9]{5,6}$/

export type FilledTemplate =
  | { ok: true; text: Record<string, string>; spoken: Record<string, string[]> }
  | { ok: false; slot: string }

/**
 * Puts the chosen words into a template. Refuses a slot that is empty, not among the choices, out of its bounds, or that the template does not
 * have. `spoken` holds clip names; `#plate` and `@number` stand for what a language spells (contract/voice/phrase.ts).
 */
export function fillTemplate(template: AnnouncementTemplate, given: Readonly<Record<string, string>>): FilledTemplate {
  const stray = Object.keys(given).find((slot) => !(slot in template.slots))
  if (stray !== undefined) return { ok: false, slot: stray }
  const filled = new Map<string, Filled>()
  for (const [slot, kind] of Object.entries(template.slots)) {
    const value = fillSlot(kind, given[slot] ?? '')
    if (value === null) return { ok: false, slot }
    filled.set(slot, value)
  }
  const text = Object.fromEntries(
    Object.entries(template.text).map(([language, words]) => [
      language,
      words.replace(
        SLOT,
        (whole, slot: string) => filled.get(slot)?.text(language) ?? filled.get(slot)?.text('zh-Hans') ?? whole,
      ),
    ]),
  )
  const spoken: Record<string, string[]> = {}
  for (const [language, parts] of Object.entries(template.spoken)) {
    const clips = parts.map((part) => (part.startsWith('{') ? (filled.get(part.slice(1, -1))?.clips ?? null) : [part]))
    // Half an announcement is worse than one that is only read.
    if (clips.every((list) => list !== null)) spoken[language] = clips.flat()
  }
  return { ok: true, text, spoken }
}

/** null = empty, not among the choices, or out of bounds. */
export function fillSlot(kind: SlotKind, given: string): Filled | null {
  switch (kind.kind) {
    case 'choice': {
      const choice = kind.choices.find((one) => one.id === given)
      if (!choice) return null
      return { text: (language) => choice.text[language] ?? null, clips: choice.clip === null ? null : [choice.clip] }
    }
    case 'plate': {
      const signs = given
        .normalize('NFKC')
        .toUpperCase()
        .replace(/[\s·.-]/g, '')
      return plate.test(signs) ? { text: () => `${signs.slice(0, 2)} ${signs.slice(2)}`, clips: [`#${signs}`] } : null
    }
    case 'ticket': {
      const signs = given.normalize('NFKC').toUpperCase().replace(/\s/g, '')
      return /^[A-Z]\d{3,4}$/.test(signs) ? { text: () => signs, clips: [`#${signs}`] } : null
    }
    case 'number': {
      const number = /^\d{1,3}$/.test(given) ? Number(given) : -1
      return number >= kind.least && number <= kind.most ? { text: () => String(number), clips: [`@${number}`] } : null
    }
    case 'text': {
      const words = given.trim()
      return words !== '' && [...words].length <= kind.longest
        ? { text: (language) => (language === 'zh-Hans' ? words : null), clips: null }
        : null
    }
  }
}
