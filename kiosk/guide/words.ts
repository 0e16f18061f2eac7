import zh from '../../assets/locales/zh-Hans/guide.json' with { type: 'json' }
import { pageWords } from '../../display/shared/page-words.ts'

export const { say, list } = pageWords('guide', zh)

/** What the keys do, along the foot of the page. */
export const footKeys = [
  ['/', 'foot.search'],
  ['T', 'foot.take'],
  ['R', 'foot.requeue'],
  ['P', 'foot.reprint'],
  ['Y', 'foot.prioritise'],
  ['M', 'foot.transfer'],
  ['C', 'foot.assign'],
  ['G', 'foot.help'],
  ['↑ ↓', 'foot.pick'],
] as const
