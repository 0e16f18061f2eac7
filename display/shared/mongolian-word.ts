import type { ScriptSettings } from '../../gateway/contract/wall-settings.ts'

/** A word in the Mongolian script; null where the display shows Chinese alone, or nobody has confirmed a word for it. */
export const mongolianWord = (
  { order }: Pick<ScriptSettings, 'order'>,
  word: string | null | undefined,
): string | null => (order.includes('mn-Mong') && word != null && word.trim() !== '' ? word : null)
