import zh from '../../../assets/locales/zh-Hans/manage/approvals.json' with { type: 'json' }
import { pageWords } from '../../../display/shared/page-words.ts'
import type { ApprovalLegView } from '../../../gateway/contract/approvals.ts'

export const { say } = pageWords('approvals', zh)

/** 3/10 of 2026-03-10. */
export const shortDay = (day: string): string => `${Number(day.slice(5, 7))}/${Number(day.slice(8, 10))}`

/** How a leg stands, in three words: 办好了, 停表第 4 天, 还剩 2 天. */
export function legStateWords({ stage, pausedDays, left }: ApprovalLegView): string {
  switch (stage) {
    case 'approved':
      return say('done')
    case 'refused':
      return say('refused')
    case 'asked':
      return say('stoodDays', { days: Math.max(1, pausedDays) })
    case 'running':
      if (left < 0) return say('daysOver', { days: -left })
      return left === 0 ? say('lastDay') : say('daysLeft', { days: left })
  }
}

/** What is said under a leg's bar. */
export function legNoteWords({ finishedOn, used, asked, note }: ApprovalLegView): string {
  if (finishedOn !== null) return say('finishedNote', { day: shortDay(finishedOn), days: used })
  if (asked !== null && asked.suppliedOn === null)
    return say('askedNote', { day: shortDay(asked.on), materials: asked.materials.map((one) => `“${one}”`).join('') })
  const supplied = asked?.suppliedOn == null ? null : say('suppliedNote', { day: shortDay(asked.suppliedOn) })
  return [supplied, note].filter((part) => part !== null).join('；')
}
