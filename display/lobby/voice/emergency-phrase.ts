import english from '../../../assets/sounds/en/sentences.json' with { type: 'json' }
import chinese from '../../../assets/sounds/zh-Hans/sentences.json' with { type: 'json' }

const clipOf: Readonly<Record<string, Readonly<Record<string, string>>>> = { 'zh-Hans': chinese, en: english }
/** 请看屏幕，听工作人员安排. */
const LOOK = 's-screen'

/** Clips of an emergency's sentences in one language; a sentence without a clip is said as 请看屏幕, once. */
export function emergencyPhrase(spoken: string, language: string): string[] {
  const clips = spoken
    .split(/[。：.:]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => clipOf[language]?.[one] ?? LOOK)
  return clips.filter((clip, nth) => clip !== LOOK || clips.indexOf(clip) === nth)
}

/** What is said in turn: Chinese always, whatever language calls are in; then English where the screen speaks it. */
export function emergencyPhrases(
  { spoken, titleEn }: { spoken: string; titleEn: string | null },
  languages: readonly string[],
): { language: string; list: string[] }[] {
  const rows = [{ language: 'zh-Hans', list: emergencyPhrase(spoken, 'zh-Hans') }]
  return titleEn !== null && languages.includes('en')
    ? [...rows, { language: 'en', list: emergencyPhrase(titleEn, 'en') }]
    : rows
}
