import type { JSX } from 'preact'
import type { Alarm } from '../../../display/shared/board/alarms.ts'
import { SignShape } from '../../../display/shared/board/sign-shape.tsx'
import type { Board } from './use-board.ts'
import { say } from './words.ts'

interface AlarmProps {
  board: Board
  onAlarm(alarm: Alarm): void
  onAll(): void
}

/** All that is beyond a threshold, in one list; each row leads to the thing itself. */
export function AlarmCard({ board: { alarms }, onAlarm, onAll }: AlarmProps): JSX.Element {
  const count = (sign: Alarm['sign']): number => alarms.filter((one) => one.sign === sign).length
  return (
    <section class="card board-alarms" aria-label={say('alarms.title')}>
      <div class="card-head">
        <h2>{say('alarms.title')}</h2>
        <small>{say('alarms.sums', { red: count('fault'), yellow: count('warning'), paused: count('paused') })}</small>
        <span class="grow" />
        <button type="button" class="board-link" onClick={onAll}>
          {say('alarms.all')}
        </button>
      </div>
      {alarms.length === 0 && <p class="card-empty">{say('alarms.none')}</p>}
      <ul>
        {alarms.map((alarm) => (
          <li key={alarm.key} data-alarm={alarm.key}>
            <button type="button" onClick={() => onAlarm(alarm)}>
              <SignShape sign={alarm.sign} size={22} />
              <span class="alarm-what">
                <b>{alarm.title}</b>
                <small>{alarm.detail}</small>
              </span>
              <span class={`alarm-value alarm-${alarm.sign}`}>{alarm.value}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
