import zh from '../../../assets/locales/zh-Hans/manage/what-if.json' with { type: 'json' }
import { pageWords } from '../../../display/shared/page-words.ts'

export const { say } = pageWords('manage/what-if', zh)

export const minutes = (value: number | null): string =>
  value === null ? '—' : say('minutes', { minutes: Math.max(1, value) })
/** 多开 2 个, 少开 1 个. */
export const changeWords = (counters: number): string =>
  counters > 0 ? say('more', { many: counters }) : say('fewer', { many: -counters })

/** What a change does to the wait of nine in ten, and what it would be without; null = nobody more is called. */
export const sentenceWords = (
  queue: string,
  from: string,
  change: string,
  before: number | null,
  after: number | null,
): string =>
  say('sentence', {
    queue,
    from,
    change,
    then: after === null ? say('thenNobody') : say('then', { minutes: minutes(after) }),
    else: before === null ? say('elseNobody') : say('else', { minutes: minutes(before) }),
  })

/** Which counters a change opens or closes. */
export function whichWords(ids: readonly string[], opens: boolean): string {
  if (ids.length === 0) return say(opens ? 'noneToOpen' : 'noneToClose')
  return say(opens ? 'toOpen' : 'toClose', { counters: ids.join('、') })
}
