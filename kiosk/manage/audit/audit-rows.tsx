import type { JSX, RefObject } from 'preact'
import type { AuditAnswer, AuditFilter, AuditRow, AuditTopic } from '../../../gateway/contract/audit.ts'
import { clockAt, dayAt } from '../../../gateway/contract/hall-time.ts'
import { Icon, type IconName } from '../../../display/shared/icons.tsx'
import { Light, Tag } from '../../shared/staff/marks.tsx'
import type { AuditList } from './audit-list.ts'
import { Sentence } from './sentence.tsx'
import { dateName, say } from './words.ts'

const icons: Record<AuditTopic, IconName> = {
  take: 'ticket',
  call: 'speaker',
  finish: 'check',
  missed: 'missed',
  transfer: 'transfer',
  requeue: 'list',
  hold: 'hold',
  undo: 'back',
  counter: 'counter',
  slip: 'printer',
  appointment: 'appointment',
  help: 'guide',
  consultation: 'guide',
  rating: 'people',
  case: 'flow',
  notice: 'notice',
  emergency: 'warning',
  wall: 'screen',
  device: 'terminal',
  matter: 'paper',
  setting: 'pen',
  people: 'people',
  clock: 'clock',
  record: 'paper',
  other: 'list',
}

/** The records by hours, the newest first. Those that come while somebody reads wait for a touch. */
export function AuditRows({
  list,
  trouble,
  today,
  scroller,
  onChoose,
  onFresh,
  onOlder,
}: {
  list: AuditList | null
  trouble: string | null
  /** 2026-03-18 */
  today: string
  scroller: RefObject<HTMLDivElement | null>
  onChoose: (seq: number) => void
  onFresh: () => void
  onOlder: () => void
}): JSX.Element {
  const answer = list?.answer ?? null
  const step = (by: number): void => {
    const at = list?.rows.findIndex(({ seq }) => seq === list.chosen) ?? -1
    const next = list?.rows[at + by]
    if (!next) return
    onChoose(next.seq)
    scroller.current?.querySelector<HTMLElement>(`[data-seq="${next.seq}"]`)?.focus()
  }
  return (
    <section class="card audit-list">
      <header class="card-head">
        <h2>{say('title')}</h2>
        {answer && <small>{say('total', { range: rangeOf(answer.filter, today), count: answer.total })}</small>}
        {answer && <Chips filter={answer.filter} rows={list?.rows ?? []} />}
        <span class="grow" />
        {answer && answer.filter.to >= today && (
          <Tag tone="green">
            <Light light="ok" size={13} />
            {say('live')}
          </Tag>
        )}
      </header>
      {list && list.fresh.length > 0 && (
        <button type="button" class="audit-fresh" onClick={onFresh}>
          {say('fresh', { count: list.fresh.length })}
        </button>
      )}
      <div class="audit-rows" ref={scroller}>
        {trouble !== null && <p class="card-empty">{trouble}</p>}
        {trouble === null && list === null && <p class="card-empty">{say('loading')}</p>}
        {list?.rows.length === 0 && <p class="card-empty">{say('empty')}</p>}
        {answer && list && <Hours answer={answer} list={list} today={today} onChoose={onChoose} onStep={step} />}
        {answer?.hasMore && (
          <button type="button" class="audit-more" onClick={onOlder}>
            {say('more')}
          </button>
        )}
        {answer && !answer.hasMore && answer.lookedFrom !== null && (
          <p class="card-empty">{say('lookedFrom', { day: dateName(dayAt(answer.lookedFrom, answer.timeZone)) })}</p>
        )}
      </div>
    </section>
  )
}

function Hours({
  answer: { hours, timeZone },
  list,
  today,
  onChoose,
  onStep,
}: {
  answer: AuditAnswer
  list: AuditList
  today: string
  onChoose: (seq: number) => void
  /** To the next older one (1), or back (-1). */
  onStep: (by: number) => void
}): JSX.Element {
  const hourOf = ({ at }: AuditRow): string => `${dayAt(at, timeZone)} ${Number(clockAt(at, timeZone).slice(0, 2))}`
  return (
    <>
      {list.rows.map((row, nth) => {
        const hour = hourOf(row)
        const before = list.rows[nth - 1]
        const isFirst = !before || hourOf(before) !== hour
        const [day = '', clock = ''] = hour.split(' ')
        const counted = hours.find((one) => one.day === day && one.hour === Number(clock))?.count ?? 0
        return [
          isFirst && (
            <p class="audit-hour" key={hour}>
              {day !== today
                ? say('hourDay', { day: dateName(day), hour: clock })
                : say(nth === 0 ? 'hourNow' : 'hour', { hour: clock })}
              <span class="grow" />
              {say('count', { count: Math.max(counted, list.rows.filter((one) => hourOf(one) === hour).length) })}
            </p>
          ),
          <button
            type="button"
            class="audit-row"
            key={row.seq}
            data-seq={row.seq}
            aria-pressed={row.seq === list.chosen}
            onClick={() => onChoose(row.seq)}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
              event.preventDefault()
              onStep(event.key === 'ArrowDown' ? 1 : -1)
            }}
          >
            <span class="num">{clockAt(row.at, timeZone)}</span>
            <Icon name={icons[row.topic]} size={20} stroke={1.8} />
            <span class="audit-sentence">
              <Sentence text={row.sentence} />
            </span>
            <Tag tone={row.topic === 'transfer' ? 'qing' : 'plain'}>{say(`topic.${row.topic}`)}</Tag>
          </button>,
        ]
      })}
    </>
  )
}

const rangeOf = ({ from, to }: AuditFilter, today: string): string =>
  from === to
    ? say('rangeOne', { day: from === today ? say('day.today') : dateName(from) })
    : say('rangeMany', { from: dateName(from), to: dateName(to) })

/** What the words were taken for. */
function Chips({ filter, rows }: { filter: AuditFilter; rows: readonly AuditRow[] }): JSX.Element {
  const { number, counterId, deviceId, topic, actor, fromMinute, toMinute, words } = filter
  const hours =
    fromMinute !== null && toMinute !== null
      ? say('chips.between', { from: fromMinute / 60, to: toMinute / 60 })
      : fromMinute !== null
        ? say('chips.from', { hour: fromMinute / 60 })
        : toMinute !== null
          ? say('chips.to', { hour: toMinute / 60 })
          : null
  const chips = [
    hours,
    number === null ? null : say('chips.number', { number }),
    counterId === null ? null : say('chips.counter', { id: counterId }),
    deviceId === null ? null : say('chips.device', { id: deviceId }),
    topic === null ? null : say(`topic.${topic}`),
    actor === null ? null : say('chips.actor', { name: rows.find((one) => one.actor === actor)?.actorName ?? actor }),
    ...words.map((word) => say('chips.word', { word })),
  ].filter((chip) => chip !== null)
  return (
    <>
      {chips.map((chip) => (
        <Tag tone="qing" key={chip}>
          {chip}
        </Tag>
      ))}
    </>
  )
}
