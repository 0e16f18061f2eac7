import type { SlotKind } from '../../../gateway/contract/announcement.ts'

export type Slots = Readonly<Record<string, string>>
interface Template {
  text: Readonly<Record<string, string | undefined>>
  slots: Readonly<Record<string, SlotKind>>
}

/**
 * A template's words with the slots filled; null while something is missing or does not fit, or when it has no such language. What is typed freely
 * is Chinese: words of another language that would hold it are not written.
 */
export function filledWords({ text, slots }: Template, given: Slots, language: string): string | null {
  const words = text[language]
  if (words === undefined) return null
  const used = [...words.matchAll(/\{([a-z][A-Za-z]*)\}/g)].map(([, slot = '']) => slot)
  const values = new Map(
    Object.entries(slots)
      .filter(([slot]) => language === 'zh-Hans' || used.includes(slot))
      .map(([slot, kind]) => [slot, filled(kind, given[slot]?.trim() ?? '', language)]),
  )
  return [...values.values()].includes(null) ? null : words.replace(/\{([a-z][A-Za-z]*)\}/g, (whole, slot: string) => values.get(slot) ?? whole)
}

function filled(kind: SlotKind, value: string, language: string): string | null {
  if (value === '') return null
  switch (kind.kind) {
    case 'choice': {
      const choice = kind.choices.find(({ id }) => id === value)
      return choice?.text[language] ?? null
    }
    case 'number':
      return /^\d{1,3}$/.test(value) && Number(value) >= kind.least && Number(value) <= kind.most ? value : null
    case 'plate':
      return value
    case 'text':
      return language === 'zh-Hans' ? value : null
  }
}
