import zh from '../../assets/locales/zh-Hans/guide.json' with { type: 'json' }
import { pageWords } from '../../display/shared/page-words.ts'

export const { say, list } = pageWords('guide', zh)

/** What `?` shows: every key of the desk. */
export const keyRows: readonly (readonly [key: string, words: string])[] = [
  ['/', say('foot.search')],
  ['T', say('foot.take')],
  ['G', say('foot.help')],
  ['Shift G', say('keys.secondHelp')],
  ['↑ ↓', say('foot.pick')],
  ['R', say('foot.requeue')],
  ['P', say('foot.reprint')],
  ['Y', say('foot.prioritise')],
  ['M', say('foot.transfer')],
  ['B', say('keys.announce')],
  ['Del', say('actions.cancel')],
  ['Ctrl Z', say('keys.undo')],
  ['F', say('keys.filter')],
  ['A', say('keys.appointments')],
  ['C', say('foot.assign')],
  ['N', say('keys.notice')],
  ['Q', say('keys.consult')],
  ['H', say('keys.errands')],
  ['1 – 4', say('keys.cards')],
  ['Esc', say('keys.all')],
  ['S', say('keys.sound')],
  ['?', say('keys.help')],
]

/** What the keys do, along the foot of the page. */
export const footKeys = [
  ['/', 'foot.search'],
  ['T', 'foot.take'],
  ['R', 'foot.requeue'],
  ['P', 'foot.reprint'],
  ['G', 'foot.help'],
  ['A', 'foot.appointments'],
  ['↑ ↓', 'foot.pick'],
  ['Ctrl Z', 'foot.undo'],
] as const
