import en from '../../assets/locales/en/lobby.json' with { type: 'json' }
import zh from '../../assets/locales/zh-Hans/lobby.json' with { type: 'json' }
import type { ScriptSettings } from '../../gateway/contract/wall-settings.ts'
import { wordsBeside } from '../shared/fill-words.ts'
import { pageWords } from '../shared/page-words.ts'

export const { say } = pageWords('lobby', zh)
const english = wordsBeside(en)

/** The words of a part of the wall that is whole in one language, and in the other at its next turn. */
export const wordsIn = (isEnglish: boolean): typeof say => (isEnglish ? english : say)

/** The English that stands below the Chinese of this wall; null where the hall does not write it. */
export const sayBeside = (
  scripts: Pick<ScriptSettings, 'order'>,
  ...words: Parameters<typeof english>
): string | null => (scripts.order.includes('en') ? english(...words) : null)

/**
 * Whose turn it is where both languages take turns: pages go by in Chinese, then the same pages in English. Where there is no English all
 * turns are Chinese.
 */
export const turnIn = ({ order }: Pick<ScriptSettings, 'order'>, turn: number): { isEnglish: boolean; turn: number } =>
  order.includes('en') ? { isEnglish: turn % 2 === 1, turn: Math.floor(turn / 2) } : { isEnglish: false, turn }
