import type { ScriptSettings } from '../../gateway/contract/wall-settings.ts'
import { checkedWord, readCheckedWords } from './checked-words.ts'

/** Reads what two people have checked, for a display that writes Mongolian; a hall that does not ask for the language has none. */
export const readReviewed = (order: ScriptSettings['order'] | undefined, languages: readonly string[]): Promise<void> =>
  readCheckedWords((order?.includes('mn-Mong') ?? false) && languages.includes('mn-Mong')).catch(() => {})

/** The settings with the checked words of a part where the hall folder names none itself. */
export function withReviewed(scripts: ScriptSettings, part: 'lobby' | 'strip'): ScriptSettings {
  if (!scripts.order.includes('mn-Mong')) return scripts
  const { words } = scripts
  return {
    ...scripts,
    words: {
      ...words,
      counterUnit: words.counterUnit ?? checkedWord(part, part === 'lobby' ? 'counterUnit' : 'counter'),
      waiting: words.waiting ?? checkedWord(part, 'waiting'),
      missed: words.missed ?? (part === 'lobby' ? checkedWord(part, 'missed') : null),
    },
  }
}
