import { computed } from '@preact/signals'
import { checkedWord } from '../../../display/shared/checked-words.ts'

/** What home says and does: before these are checked nobody is offered the language. */
export const homeKeys = [
  ['terminal', 'find'],
  ['terminal', 'take'],
  ['terminal', 'checkinTile'],
  ['terminal', 'progress'],
  ['terminal', 'planTile'],
  ['terminal', 'notices'],
  ['terminal', 'contrast'],
  ['terminal', 'callGuide'],
  ['terminal', 'mongol'],
  ['modes', 'elder'],
  ['modes', 'low'],
  ['read', 'read'],
] as const
/** The reviewed strings reach as far as home: the button may appear. */
export const reachesHome = computed(() => homeKeys.every(([part, key]) => checkedWord(part, key) !== null))

/** What the screens say that stand upright behind home; one that is not checked whole stays as it is in Chinese. */
const screenKeys = {
  queues: ['queuesTitle', 'queuesHint', 'taking', 'previous', 'next'],
  ticket: ['taken', 'yourNumber', 'aheadLabel', 'waitLabel', 'scan', 'done'],
} as const
export type UprightScreen = keyof typeof screenKeys
export const reachesScreen = (screen: UprightScreen): boolean =>
  screenKeys[screen].every((key) => checkedWord('terminal', key) !== null)
