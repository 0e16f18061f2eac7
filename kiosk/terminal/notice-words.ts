import type { ShownNotice } from '../../gateway/contract/notice.ts'
import { language } from '../../display/shared/page-words.ts'

/** A notice in the visitor's language where somebody wrote it in that language, else as it is; the attributes of the element that holds it. */
export const noticeIn = ({ text, textEn }: Pick<ShownNotice, 'text' | 'textEn'>): { lang: string; children: string } =>
  language.value === 'en' && textEn !== null ? { lang: 'en', children: textEn } : { lang: 'zh-Hans', children: text }
