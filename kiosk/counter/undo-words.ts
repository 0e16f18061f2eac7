import zh from '../../assets/locales/zh-Hans/counter.json' with { type: 'json' }
import { say } from './words.ts'

const isKnown = (step: string): step is keyof typeof zh.undone => step in zh.undone

/** What the last step was: 过号了 A037. A step that this page does not know is 上一步. */
export const undoWords = (step: string, number: string): string =>
  say(`undone.${isKnown(step) ? step : 'other'}`, { number })
