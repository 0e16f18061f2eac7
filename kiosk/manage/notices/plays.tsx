import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { withFields } from '../../../gateway/client/ask.ts'
import type { NoticePlay } from '../../../gateway/contract/display-pulse.ts'
import type { ManageView } from '../../../gateway/contract/manage.ts'
import { manageCall } from '../manage-call.ts'
import { say, timesWords } from './words.ts'
import { every } from '../../../gateway/client/page-clock.ts'

const ASK_EACH_MS = 10_000
const DAYS_SHOWN = 7
const noticePlays = withFields<{ items: NoticePlay[] }>('items')

async function askPlays(noticeId: string): Promise<NoticePlay[]> {
  const answer = await manageCall(`/displays/plays?notice=${encodeURIComponent(noticeId)}`, noticePlays)
  return answer.ok ? answer.body.items : []
}

/** Proof of play of one notice: by day, on which screens, how often and how long. */
export function Plays({ noticeId, screens }: { noticeId: string; screens: ManageView['screens'] }): JSX.Element {
  const [plays, setPlays] = useState<readonly NoticePlay[]>([])
  useEffect(() => {
    let left = false
    const look = (): void => void askPlays(noticeId).then((found) => !left && setPlays(found))
    setPlays([])
    look()
    const stop = every(ASK_EACH_MS, look)
    return () => {
      left = true
      stop()
    }
  }, [noticeId])
  const days = [...new Set(plays.map(({ day }) => day))].slice(0, DAYS_SHOWN)
  return (
    <details class="plays">
      <summary>
        {plays.length === 0
          ? say('neverPlayed')
          : say('played', { times: sum(plays, 'times'), minutes: Math.max(1, Math.round(sum(plays, 'seconds') / 60)) })}
      </summary>
      <ul>
        {days.map((day) => (
          <li key={day}>
            <b class="num">{day}</b>
            {plays
              .filter((play) => play.day === day)
              .map(({ screenId, times, seconds }) => (
                <span key={screenId}>
                  {screens.find(({ id }) => id === screenId)?.name ?? screenId} {timesWords(times, seconds)}
                </span>
              ))}
          </li>
        ))}
      </ul>
    </details>
  )
}

const sum = (plays: readonly NoticePlay[], key: 'times' | 'seconds'): number =>
  plays.reduce((total, play) => total + play[key], 0)
