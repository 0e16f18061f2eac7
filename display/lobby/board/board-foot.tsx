import type { JSX } from 'preact'
import { minutesSince, say } from '../../shared/board/words.ts'
import { Icon } from '../../shared/icons.tsx'
import type { BoardShown } from './board-shown.ts'

const NAMED = 3

/** Who waits for a guide, and who is on duty. */
export function BoardFoot({ shown: { view, now } }: { shown: BoardShown }): JSX.Element {
  const helps = view.help.filter(({ answeredBy, left }) => answeredBy === null && !left)
  const since = (at: number): string => {
    const minutes = minutesSince(at, now)
    return minutes > 0
      ? say('minutes', { minutes })
      : say('wall.seconds', { seconds: Math.max(0, Math.floor((now - at) / 1_000)) })
  }
  const { leader, guides } = view.duty
  const duty = [
    ...(leader.length > 0 ? [say('wall.leader', { names: leader.join('、') })] : []),
    ...(guides.length > 0 ? [say('wall.guides', { names: guides.slice(0, 4).join('、') })] : []),
  ]
  return (
    <footer>
      <Icon name="guide" size={36} stroke={1.8} />
      <span>{helps.length === 0 ? say('wall.helpNone') : say('wall.help', { many: helps.length })}</span>
      <span class="wall-place">
        {helps
          .slice(0, NAMED)
          .map(({ from, at }) => say('wall.helpOne', { from, since: since(at) }))
          .join(' · ')}
      </span>
      <i />
      <span class="wall-place">{duty.join(' · ')}</span>
    </footer>
  )
}
