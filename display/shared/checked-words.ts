import { computed, signal } from '@preact/signals'
import { withFields } from '../../gateway/client/ask.ts'
import { getJson } from '../../gateway/client/get-json.ts'
import type { TranslationsShown } from '../../gateway/contract/translation.ts'

const words = signal<TranslationsShown['words']>({})
const of = signal(0)

/** The strings that two people have checked, where the hall asks for Mongolian; what was read stays while the gateway is away. */
export async function readCheckedWords(isAsked: boolean): Promise<void> {
  if (!isAsked) return void (words.value = {})
  const read = withFields<TranslationsShown>('language', 'words')
  const shown = await getJson('/api/v1/translations/mn-Mong', read)
  words.value = shown.words
  of.value = shown.of
}

/** A checked word; null = nobody has checked it, and the Chinese stands alone. */
export const checkedWord = (part: string, key: string): string | null => words.value[part]?.[key] ?? null

/** Nothing is left in Chinese for want of a check. */
export const allChecked = computed(
  () => Object.values(words.value).reduce((sum, part) => sum + Object.keys(part).length, 0) >= of.value,
)
