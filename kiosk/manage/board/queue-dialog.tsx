import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { WhatIfAnswer } from '../../../gateway/contract/what-if.ts'
import { SignShape } from '../../../display/shared/board/sign-shape.tsx'
import { say as sayBoard } from '../../../display/shared/board/words.ts'
import { Button } from '../../shared/staff/button.tsx'
import { Dialog } from '../../shared/staff/dialog.tsx'
import { sayStaff } from '../../shared/staff/words.ts'
import type { SectionProps } from '../section-props.ts'
import { askWhatIf } from '../what-if/ask-what-if.ts'
import { minutes } from '../what-if/words.ts'
import { openCounters } from './open-counters.ts'
import type { Board } from './use-board.ts'
import { say } from './words.ts'

interface QueueDialogProps extends Pick<SectionProps, 'hall' | 'orders' | 'toasts' | 'open'> {
  board: Board
  queueId: string
  onCounter(id: string): void
  onClose(): void
}

const CHOICES = [1, 2, 3, 4, 6]

/** One line: its counters, what more of them would change today, and the button that does it. */
export function QueueDialog(props: QueueDialogProps): JSX.Element | null {
  const { hall, orders, toasts, open, board, queueId, onCounter, onClose } = props
  const [more, setMore] = useState(2)
  const [answer, setAnswer] = useState<WhatIfAnswer | null>(null)
  const [asking, setAsking] = useState(false)
  const queue = board.queues.find(({ id }) => id === queueId)
  if (!queue) return null
  const { series, name, waiting, longestMinutes, openCounters: isOpen, counters: all } = queue
  const own = [...board.counters.values()].filter(({ queues }) => queues.includes(queueId))
  const ask = async (): Promise<void> => {
    setAsking(true)
    const asked = await askWhatIf({ queueId, counters: more, from: null })
    setAsking(false)
    if (asked.ok) setAnswer(asked.body)
    else toasts.say('refused', asked.message)
  }
  const blocked = hall.online.value ? null : sayStaff('offlineShort')
  const toOpen = answer?.counters.flatMap((id) => board.counters.get(id) ?? []) ?? []
  return (
    <Dialog title={say('queue.title', { series, name })} onClose={onClose}>
      <div class="board-dialog">
        <p>{say('queue.facts', { waiting, minutes: longestMinutes, open: isOpen, all })}</p>
        {queue.whyStands !== null && <p class="choice-warning">{queue.whyStands}</p>}
        <ul class="dialog-counters" aria-label={say('queue.counters')}>
          {own.map(({ id, sign, does }) => (
            <li key={id}>
              <button type="button" onClick={() => onCounter(id)}>
                <SignShape sign={sign} size={16} />
                <b class="num">{id}</b>
                <small>{sayBoard(`does.${does}`)}</small>
              </button>
            </li>
          ))}
        </ul>
        <div class="dialog-ask">
          <label>
            {say('queue.ask')}
            <select
              class="entry"
              name="more"
              value={more}
              onChange={(event) => {
                setMore(Number(event.currentTarget.value))
                setAnswer(null)
              }}
            >
              {CHOICES.map((one) => (
                <option key={one} value={one}>
                  {say('queue.many', { many: one })}
                </option>
              ))}
            </select>
          </label>
          <Button
            label={say('queue.try')}
            look={answer === null ? 'main' : 'plain'}
            blocked={blocked}
            busy={asking}
            onPress={() => void ask()}
          />
        </div>
        {answer && (
          <div class="dialog-answer" aria-live="polite">
            <b>
              {answer.before.p90 === null && answer.after.p90 === null
                ? say('queue.nobody')
                : answer.before.p90 === null
                  ? say('queue.answerAlone', { many: answer.counters.length, then: minutes(answer.after.p90) })
                  : say('queue.answer', {
                      many: answer.counters.length,
                      then: minutes(answer.after.p90),
                      now: minutes(answer.before.p90),
                    })}
            </b>
            <span>{say('queue.basis', { waiting: answer.waiting, expected: answer.expected })}</span>
            {toOpen.length === 0 ? (
              <span>{say('queue.none')}</span>
            ) : (
              <Button
                look="main"
                label={say('decide.open', { counters: toOpen.map(({ id }) => id).join('、') })}
                blocked={blocked}
                busy={orders.underWay.value === `open ${queueId}`}
                onPress={() => void openCounters(orders, queue, toOpen).then(onClose)}
              />
            )}
          </div>
        )}
      </div>
      <div class="dialog-foot">
        <a class="button" href="/guide/">
          {say('queue.desk')}
        </a>
        <Button label={say('queue.whatIf')} onPress={() => open('what-if')} />
        <span class="grow" />
        <Button label={sayStaff('close')} onPress={onClose} />
      </div>
    </Dialog>
  )
}
