import zh from '../../../assets/locales/zh-Hans/manage/catalogue.json' with { type: 'json' }
import { pageWords } from '../../../display/shared/page-words.ts'

export const { say } = pageWords('manage/catalogue', zh)

/** The first dozen of the rows that a finding is about. */
export const rowsWords = (rows: readonly number[], total: number): string =>
  say(total > 12 ? 'inRowsMore' : 'inRows', { rows: rows.slice(0, 12).join('、') })
