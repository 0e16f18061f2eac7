import zh from '../../assets/locales/zh-Hans/counter.json' with { type: 'json' }
import type { CounterView } from '../../gateway/contract/staff-views.ts'
import { say } from './words.ts'

const isKnown = (step: string): step is keyof typeof zh.undone => step in zh.undone

/** What would be taken back, in its order: 办结了 A042，叫了 A043. A step that this page does not know is 上一步. */
export const undoWords = ({ steps }: Pick<NonNullable<CounterView['undo']>, 'steps'>): string =>
  steps.map(({ step, number }) => say(`undone.${isKnown(step) ? step : 'other'}`, { number })).join('，')
