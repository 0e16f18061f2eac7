import { type ActionId, keyOf } from './counter-actions.ts'
import { say } from './words.ts'

const actions: readonly ActionId[] = [
  'finish',
  'recall',
  'miss',
  'hold',
  'transfer',
  'note',
  'guide',
  'print',
  'pause',
  'close',
]

/** What `?` shows: every key of the page, first those that a visitor takes. */
export const keyRows: readonly (readonly [key: string, words: string])[] = [
  ['Space', say('keys.main')],
  ['Ctrl Z', say('keys.undo')],
  ...actions.map((action) => [keyOf[action] ?? '', say(`labels.${action}`)] as const),
  ['1 – 9', say('keys.back')],
  ['↑ ↓', say('keys.walk')],
  ['Enter', say('keys.choose')],
  ['A', say('keys.allThere')],
  ['M', say('keys.materials')],
  ['S', say('keys.sound')],
  ['?', say('keys.help')],
]
