import type { JSX } from 'preact'
import type { BoardCounter } from '../../../gateway/contract/board.ts'
import { clockAt } from '../../../gateway/contract/hall-time.ts'
import { minutesSince } from '../../../display/shared/board/words.ts'
import { Button } from '../../shared/staff/button.tsx'
import { Dialog } from '../../shared/staff/dialog.tsx'
import { sayStaff } from '../../shared/staff/words.ts'
import type { SectionProps } from '../section-props.ts'
import type { Board } from './use-board.ts'
import { say } from './words.ts'

interface CounterDialogProps extends Pick<SectionProps, 'hall' | 'orders'> {
  board: Board
  counter: BoardCounter
  onClose(): void
}

/** One counter: since when it does what, which lines it calls, and how to get there. */
export function CounterDialog({ hall, orders, board, counter, onClose }: CounterDialogProps): JSX.Element {
  const { id, floor, zone, openSince, queues } = counter
  const { view } = board
  const place = view.floors.find((one) => one.id === floor)
  const clock = (at: number): string => clockAt(at, view.hall.timeZone)
  const named = queues.map((queueId) => {
    const queue = board.queues.find((one) => one.id === queueId)
    return queue ? `${queue.series} ${queue.name}` : queueId
  })
  return (
    <Dialog title={say('counter.title', { id })} onClose={onClose}>
      <div class="board-dialog">
        <p>
          {say('counter.place', {
            floor: place?.name ?? floor,
            zone: place?.zones.find((one) => one.id === zone)?.name ?? zone,
          })}
          {openSince !== null && ` · ${say('counter.openSince', { clock: clock(openSince) })}`}
        </p>
        <p>
          <b>{doesWords(counter, hall.now(), clock)}</b>
        </p>
        <p>{say('counter.serves', { queues: named.join('、') })}</p>
      </div>
      <div class="dialog-foot">
        <a class="button button-main" href={`/counter/?counter=${encodeURIComponent(id)}`}>
          {say('counter.go')}
        </a>
        <Button
          label={say('counter.guide')}
          blocked={hall.online.value ? null : sayStaff('offlineShort')}
          busy={orders.underWay.value === `guide ${id}`}
          onPress={() =>
            void orders
              .press({
                id: `guide ${id}`,
                commands: [{ type: 'request-guide', counterId: id, reason: say('counter.why') }],
                fine: ['already-so'],
                done: say('counter.guideSent', { id }),
              })
              .then((given) => given && onClose())
          }
        />
        <span class="grow" />
        <Button label={sayStaff('close')} onPress={onClose} />
      </div>
    </Dialog>
  )
}

/** 正在办 E023，12 分了. */
export function doesWords(counter: BoardCounter, now: number, clock: (at: number) => string): string {
  const { does, since, number, behind, pauseReason, usualMinutes } = counter
  const minutes = since === null ? 0 : minutesSince(since, now)
  switch (does) {
    case 'serving':
      return usualMinutes === null
        ? say('counter.serving', { number: number ?? '', minutes })
        : say('counter.servingUsual', { number: number ?? '', minutes, usual: usualMinutes })
    case 'called':
      return say('counter.called', { number: number ?? '', minutes })
    case 'idle':
      return behind === 0 ? say('counter.idle', { minutes }) : say('counter.idleBehind', { minutes, behind })
    case 'paused':
      return say('counter.paused', { reason: pauseReason ?? '', minutes })
    case 'closed':
      return since === null ? say('counter.closed') : say('counter.closedSince', { clock: clock(since) })
  }
}
