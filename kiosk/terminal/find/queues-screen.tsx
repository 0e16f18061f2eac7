import { afterWord } from '../../../gateway/contract/wait-words.ts'
import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { QueueView } from '../../../gateway/contract/line-views.ts'
import { Icon } from '../../../display/shared/icons.tsx'
import { facts, placeName } from '../hall-facts.ts'
import { PhoneCode } from './phone-code.tsx'
import { OwnName } from '../../shared/own-name.tsx'
import { Pager } from '../pager.tsx'
import { queueNow } from '../queue-now.ts'
import { useRowsThatFit } from '../rows-that-fit.ts'
import { tileColumns } from '../modes/tile-columns.ts'
import type { Session } from '../session.ts'
import { say } from '../words.ts'

const MOST_ROWS = 8

/** A queue's state in one piece: 约 20–35 分钟, 窗口还没开, 明天 09:00 开始取号. */
const nowPhrase = (queue: QueueView): string => {
  const { value, unit } = queueNow(queue) ?? { value: '', unit: '' }
  return unit === '' ? value : say('aboutWait', { wait: afterWord(`${value} ${unit}`) })
}

/** Kinds of business for those who know where they want to go: a touch takes a number. */
export function QueuesScreen({ session, wide }: { session: Session; wide: boolean }): JSX.Element {
  const { press, take, taking, refusal, whyNoNumber } = session
  const page = useSignal(0)
  const queues = session.queues.value
  const { page: main, rows } = useRowsThatFit(MOST_ROWS, `${wide} ${session.look.value}`)
  const each = rows.value * tileColumns(session.elder.value, wide)
  const pages = Math.max(1, Math.ceil(queues.length / each))
  const why = whyNoNumber.value
  return (
    <main class="screen browse queues" ref={main}>
      <div class="above">
        <h1 class="serif">{say('queuesTitle')}</h1>
        <p class="hint">{refusal.value ?? why ?? (taking.value ? say('taking') : say('queuesHint'))}</p>
      </div>
      {facts.value.phoneNumbers && <PhoneCode terminalId={session.id} />}
      <div class="below">
        <div class="tiles">
          {queues.slice(page.value * each, (page.value + 1) * each).map((queue) => (
            <button
              type="button"
              class="tile"
              key={queue.id}
              disabled={session.whyNotOf(queue.id) !== null || taking.value}
              onClick={() => void take({ matterId: null, queueId: queue.id, missing: [] })}
            >
              <i class="num letter">{queue.series}</i>
              <span>
                <b>
                  <OwnName of={{ name: queue.name.replace(/（.*）$/, ''), nameEn: queue.nameEn }} />
                </b>
                <small>
                  {queue.where[0] ? placeName(queue.where[0].floor, queue.where[0].zone) : ''} · {nowPhrase(queue)}
                </small>
              </span>
            </button>
          ))}
        </div>
        {facts.value.booking && (
          <button type="button" class="outlined checkin-entry" onClick={() => press({ type: 'checkin' })}>
            <Icon name="clock" size={48} />
            {say('checkinEntry')}
          </button>
        )}
        {pages > 1 && <Pager page={page.value} pages={pages} onTurn={(to) => void (page.value = to)} />}
      </div>
    </main>
  )
}
