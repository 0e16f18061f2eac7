import zh from '../../../assets/locales/zh-Hans/way.json' with { type: 'json' }
import { pageWords } from '../../../display/shared/page-words.ts'
import { type WayAsked, sentenceOf, walkOf } from '../../../gateway/contract/ways/way-sentence.ts'

const { say } = pageWords('way', zh, {
  en: () => import('../../../assets/locales/en/way.json', { with: { type: 'json' } }),
})

/** The whole way in one sentence, in the language of the page. */
export const waySentence = (asked: WayAsked): string => sentenceOf(asked, say)

/** 约 24 米，走半分钟. */
export const wayLength = (metres: number): string => walkOf(metres, say)
