import type { ComponentChildren, JSX } from 'preact'
import { actorWords } from '../../../gateway/contract/actor-words.ts'
import { lightLeftWords, lightNames, lightWhyWords } from '../../../gateway/contract/light-words.ts'
import type { LightEntry } from '../../../gateway/contract/lights.ts'
import type { WatchedDetail, WatchedStep } from '../../../gateway/contract/watched-cases.ts'
import { dayAt } from '../../../gateway/contract/hall-time.ts'
import { Light, Tag } from '../../shared/staff/marks.tsx'
import { DayStrip } from './day-strip.tsx'
import { agoWords, lightNameOf, offWords, say, shortDay, shortMoment } from './words.ts'

interface Props {
  detail: WatchedDetail
  timeZone: string
  /** Epoch ms. */
  now: number
  /** What can be done about it. */
  actions: ComponentChildren
}
const toneOf = { red: 'red', yellow: 'amber', paused: 'plain', green: 'green' } as const

/** One case whole: how it stands, its days, its course, who was told, and what the chief representative said. */
export function CaseDetail({ detail, timeZone, now, actions }: Props): JSX.Element {
  const { case: one, days, history } = detail
  const answer = history.findLast((entry) => entry.kind === 'answered')
  return (
    <section class="card case-open">
      <div class="case-scroll" tabIndex={0}>
        <div class="case-head">
          <Light light={lightNameOf[one.light]} size={22} />
          <h2>{one.matterName}</h2>
          <Tag tone={toneOf[one.light]}>
            {lightNames[one.light]} {lightLeftWords(one)}
          </Tag>
        </div>
        <p class="case-who">
          {[one.departmentName, one.applicant, say('receipt', { receipt: one.receipt })]
            .filter((part) => part !== null)
            .join(' · ')}
        </p>
        <div class={`case-sum case-sum-${one.light}`}>
          <b>{sumWords(detail, dayAt(now, timeZone))}</b>
          <span>{dueWords(detail)}</span>
        </div>
        {days.length > 1 && <DayStrip days={days} />}
        <h3>{say('whole')}</h3>
        <ol class="case-course">
          {one.steps.map((step) => (
            <li key={step.name} class={`course-${step.state}${step.light === 'red' ? ' course-late' : ''}`}>
              <b>{step.name}</b>
              <span>{stepWords(step)}</span>
              <small class="num">
                {step.startedAt === null ? '' : shortMoment(step.endedAt ?? step.startedAt, timeZone)}
              </small>
            </li>
          ))}
        </ol>
        <h3>{say('told')}</h3>
        <ul class="case-told">
          {history.length === 0 && <li class="case-quiet">{say('nothingTold')}</li>}
          {history
            .slice(-8)
            .toReversed()
            .map((entry) => (
              <li key={`${entry.at} ${entry.kind}`}>
                <small class="num">{shortMoment(entry.at, timeZone)}</small>
                <Entry entry={entry} />
              </li>
            ))}
        </ul>
        <h3>{say('chiefAnswer')}</h3>
        {one.wantsAnswer ? (
          <div class="case-answer case-answer-missing">
            <b>{say('waitFor', { who: one.chief ?? one.departmentName })}</b>
            <em>{say('askedAgo', { time: agoWords(now - one.since) })}</em>
            <span>{say('noAnswer')}</span>
          </div>
        ) : answer?.kind === 'answered' ? (
          <div class="case-answer">
            <b>{actorWords(answer.by)}</b>
            <em>{shortMoment(answer.at, timeZone)}</em>
            <span>{answer.words}</span>
          </div>
        ) : (
          <p class="case-quiet">{say('noNeed')}</p>
        )}
      </div>
      <div class="case-actions">
        {actions}
        <span class="grow" />
        <small>{say('urged', { count: one.urged })}</small>
      </div>
    </section>
  )
}

function sumWords({ case: one, days }: WatchedDetail, today: string): string {
  const off = offWords(days, today)
  const parts = [lightLeftWords(one), one.left > 0 && off !== '' ? say('notCounted', { days: off }) : null]
  return parts.filter((part) => part !== null).join('，')
}

function dueWords({ case: one }: WatchedDetail): string {
  if (one.dueOn === '') return say('noLimit')
  const { used, limitDays: limit } = one
  const due = one.approximate
    ? say('dueAbout', { day: shortDay(one.dueOn), year: one.dueOn.slice(0, 4) })
    : say('dueOn', { day: shortDay(one.dueOn) })
  const stands =
    one.light === 'paused'
      ? say('standing', { used, limit })
      : say(one.left < 0 ? 'overdue' : 'promised', { used, limit })
  return `${one.step === null ? '' : `${one.step}：`}${stands}，${one.light === 'paused' ? lightWhyWords(one) : due}`
}

function stepWords({ state, used, limitDays, by, note }: WatchedStep): string {
  const clock =
    limitDays === null || used === null
      ? limitDays === null
        ? say(state === 'done' ? 'stepDone' : state === 'current' ? 'stepRuns' : 'stepTodo')
        : say('stepLimit', { limit: limitDays })
      : say(state === 'current' ? 'stepNow' : 'stepUsed', { used, limit: limitDays })
  return [note, by === null ? null : say('by', { by }), clock].filter((part) => part !== null).join('；')
}

function Entry({ entry }: { entry: LightEntry }): JSX.Element {
  switch (entry.kind) {
    case 'changed':
      return (
        <>
          <span>{lightWhyWords(entry)}</span>
          <em>
            <Light light={lightNameOf[entry.to]} size={14} /> {say(`changed.${entry.to}`)}
          </em>
        </>
      )
    case 'urged':
      return (
        <>
          <span>{[say('urgedEntry'), entry.words].filter((part) => part !== null).join('：')}</span>
          <em>{entry.to}</em>
        </>
      )
    case 'answered':
      return (
        <>
          <span>{entry.words}</span>
          <em>{actorWords(entry.by)}</em>
        </>
      )
  }
}
