import { type SlipLayout, type SlipPart, USUAL_WORDS } from './slip-layout.ts'

/** In what a slip may be printed; Mongolian is a part of the layout that a hall adds itself. */
export const slipLanguages = ['zh-Hans', 'en'] as const
export type SlipLanguage = (typeof slipLanguages)[number]

/** What a hall says of a part in English, where it says nothing itself. */
const labels: Partial<Record<SlipPart['part'], string>> = {
  number: 'Your number',
  where: 'Where',
  ahead: 'Ahead of you',
  wait: 'Wait',
  legs: 'With this one number, in order:',
  missing: 'Still missing: ',
}
const hints = [
  'Scan to see the line',
  'Your phone will tell you',
  'Missed: within {missedMinutes} min',
  'at the help desk',
]
const valid = 'Valid today. A guide will help you.'

/**
 * The layout with the words of one language. Words that the hall wrote itself and did not write in English stay as a whole in Chinese: a slip
 * without what the hall has to say would be worse.
 */
export const layoutIn = (language: SlipLanguage, layout: SlipLayout): SlipLayout =>
  language === 'zh-Hans' ? layout : layout.map(inEnglish)

function inEnglish(part: SlipPart): SlipPart {
  switch (part.part) {
    case 'number':
    case 'where':
    case 'ahead':
    case 'wait':
    case 'legs':
    case 'missing':
      return { ...part, label: part.labelEn ?? labels[part.part] ?? part.label }
    case 'code':
      return { ...part, hints: part.hintsEn ?? hints }
    case 'words':
      return { ...part, text: part.textEn ?? (part.text === USUAL_WORDS ? valid : part.text) }
    case 'hall-name':
    case 'time':
    case 'matter':
    case 'rule':
    case 'mongolian':
    case 'slip-code':
    case 'space':
      return part
  }
}

/** 6 人; in English 6 people. */
export const aheadWords = (ahead: number, language: SlipLanguage): string =>
  language === 'en' ? `${ahead} ${ahead === 1 ? 'person' : 'people'}` : `${ahead} 人`

const weekdays = {
  'zh-Hans': ['', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日'],
  en: ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const
/** 1 is Monday. */
export const weekdayWords = (weekday: number, language: SlipLanguage): string => weekdays[language][weekday] ?? ''

/** A wait with the time at which it was reckoned. */
export const reckonedWords = (wait: string, clock: string, language: SlipLanguage): string =>
  language === 'en' ? `${wait} (at ${clock})` : `${wait}（${clock} 估计）`

/** What the hall calls so in Chinese only: as a whole, with a mark. */
export const inChineseWords = (name: string): string => `${name} (Chinese)`
