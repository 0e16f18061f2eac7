import type { JSX } from 'preact'
import type { RatingsView } from '../../../gateway/contract/grievances.ts'
import { sinceWords } from '../../shared/staff/time-words.ts'
import { escalationNote, takeOrders } from '../../shared/staff/escalation-band.tsx'
import { Button } from '../../shared/staff/button.tsx'
import { sayStaff } from '../../shared/staff/words.ts'
import type { SectionProps } from '../section-props.ts'
import { openCounters } from './open-counters.ts'
import type { Board } from './use-board.ts'
import { useSuggestion } from './use-suggestion.ts'
import { say } from './words.ts'

interface DecideProps extends Pick<SectionProps, 'hall' | 'orders' | 'open'> {
  board: Board
  onQueue(id: string): void
}

/** 要您定的: what waits for a word of the supervisor, each with the button that does it. */
export function DecideCard({ hall, orders, open, board, onQueue }: DecideProps): JSX.Element {
  const { view } = board
  const now = hall.now()
  const blocked = hall.online.value ? null : sayStaff('offlineShort')
  const suggestion = useSuggestion(board, hall.online.value)
  const late = hall.view<RatingsView>('ratings').value?.grievances.filter(({ light }) => light === 'late').length ?? 0
  const helps = view.help.filter(({ answeredBy, left }) => answeredBy === null && !left)
  const rows: JSX.Element[] = [
    ...helps.map((help) => (
      <Row
        key={help.id}
        title={[help.from, help.place].filter((part) => part !== null).join(' ')}
        note={[help.where, sinceWords(help.at, now)].filter((part) => part !== null).join(' · ')}
        button={
          <Button
            label={say('decide.helpGo')}
            blocked={blocked}
            busy={orders.underWay.value === help.id}
            onPress={() =>
              void orders.press({
                id: help.id,
                commands: [{ type: 'answer-help', helpId: help.id }],
                done: say('decide.helpTaken', { from: help.from }),
              })
            }
          />
        }
      />
    )),
    ...(suggestion
      ? [
          <MoreRow
            key="more"
            board={board}
            orders={orders}
            blocked={blocked}
            onQueue={onQueue}
            suggestion={suggestion}
          />,
        ]
      : []),
    ...view.escalations
      .filter(({ takenBy, what }) => takenBy === null && what !== 'help')
      .map((one) => (
        <Row
          key={one.id}
          title={one.name}
          note={escalationNote(one, now)}
          button={
            <Button
              label={sayStaff('escalation.take')}
              blocked={blocked}
              busy={orders.underWay.value === one.id}
              onPress={() =>
                void orders.press({
                  id: one.id,
                  commands: takeOrders(one),
                  fine: ['already-so'],
                  done: sayStaff('escalation.taken', { name: one.name }),
                })
              }
            />
          }
        />
      )),
    ...(late > 0
      ? [
          <Row
            key="late"
            title={say('decide.late', { many: late })}
            note={say('decide.lateWhy')}
            button={<Button label={say('decide.go')} onPress={() => open('ratings')} />}
          />,
        ]
      : []),
  ]
  return (
    <section class="card board-decide" aria-label={say('decide.title')}>
      <div class="card-head">
        <h2>{say('decide.title')}</h2>
      </div>
      {rows.length === 0 ? <p class="card-empty">{say('decide.none')}</p> : <ul>{rows}</ul>}
    </section>
  )
}

interface MoreProps extends Pick<DecideProps, 'board' | 'orders' | 'onQueue'> {
  suggestion: NonNullable<ReturnType<typeof useSuggestion>>
  blocked: string | null
}

/** The line in the worst trouble, with what more counters would do for it and the button that does it. */
function MoreRow({ board, orders, blocked, onQueue, suggestion: { queue, answer } }: MoreProps): JSX.Element {
  const { series, name, waiting } = queue
  const look = <Button label={say('decide.look')} onPress={() => onQueue(queue.id)} />
  if (answer === null)
    return <Row title={say('alarmOf', { series, name })} note={say('decide.moreLook', { waiting })} button={look} />
  const counters = answer.counters.flatMap((id) => board.counters.get(id) ?? [])
  if (counters.length === 0)
    return <Row title={say('decide.noCounter', { series, name })} note={say('decide.noCounterWhy')} button={look} />
  return (
    <Row
      title={say('decide.more', { series, name, many: counters.length })}
      note={
        answer.before.p90 === null || answer.after.p90 === null
          ? say('decide.moreLook', { waiting })
          : say('decide.moreThen', { many: answer.before.p90, then: answer.after.p90 })
      }
      button={
        <Button
          look="main"
          label={say('decide.open', { counters: counters.map(({ id }) => id).join('、') })}
          blocked={blocked}
          busy={orders.underWay.value === `open ${queue.id}`}
          onPress={() => void openCounters(orders, queue, counters)}
        />
      }
    />
  )
}

const Row = ({ title, note, button }: { title: string; note: string; button: JSX.Element }): JSX.Element => (
  <li>
    <span class="decide-what">
      <b>{title}</b>
      <small>{note}</small>
    </span>
    {button}
  </li>
)
