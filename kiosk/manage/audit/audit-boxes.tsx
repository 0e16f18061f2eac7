import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { AuditRow, AuditTopic } from '../../../gateway/contract/audit.ts'
import { auditTopics } from '../../../gateway/contract/audit-topics.ts'
import { Icon } from '../../../display/shared/icons.tsx'
import { Button } from '../../shared/staff/button.tsx'
import { KeyCap } from '../../shared/staff/marks.tsx'
import { say } from './words.ts'

/** What narrows a search beside its words; null = as the words say. */
export interface Boxes {
  day: 'today' | 'yesterday' | 'week' | 'month' | null
  topic: AuditTopic | null
  actor: string | null
  counterId: string | null
}
const days = ['today', 'yesterday', 'week', 'month'] as const

/** Words, and four boxes; / goes to the words. */
export function AuditBoxes({
  question,
  boxes,
  rows,
  onQuestion,
  onBoxes,
  onExport,
}: {
  question: string
  boxes: Boxes
  /** Those that are shown: whom and what they name can be chosen. */
  rows: readonly AuditRow[]
  onQuestion: (question: string) => void
  onBoxes: (boxes: Boxes) => void
  onExport: (() => void) | null
}): JSX.Element {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== '/' || event.target instanceof HTMLInputElement) return
      event.preventDefault()
      field.current?.focus()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  const actors = new Map(rows.map(({ actor, actorName }) => [actor, actorName]))
  if (boxes.actor !== null && !actors.has(boxes.actor)) actors.set(boxes.actor, boxes.actor)
  const counters = new Set(rows.flatMap(({ counterId }) => counterId ?? []))
  if (boxes.counterId !== null) counters.add(boxes.counterId)
  const orNull = <T extends string>(value: string): T | null => (value === '' ? null : (value as T))
  return (
    <search class="audit-boxes">
      <label class="audit-question">
        <Icon name="search" size={20} stroke={2} />
        <input
          ref={field}
          value={question}
          maxLength={100}
          placeholder={say('hint')}
          aria-label={say('search')}
          onInput={(event) => onQuestion(event.currentTarget.value)}
        />
        <KeyCap>/</KeyCap>
      </label>
      <select
        aria-label={say('when')}
        value={boxes.day ?? ''}
        onChange={(event) => onBoxes({ ...boxes, day: orNull(event.currentTarget.value) })}
      >
        <option value="">{say(question.trim() === '' ? 'day.today' : 'day.asked')}</option>
        {days
          .filter((day) => day !== 'today' || question.trim() !== '')
          .map((day) => (
            <option key={day} value={day}>
              {say(`day.${day}`)}
            </option>
          ))}
      </select>
      <select
        aria-label={say('who')}
        value={boxes.actor ?? ''}
        onChange={(event) => onBoxes({ ...boxes, actor: orNull(event.currentTarget.value) })}
      >
        <option value="">{say('everybody')}</option>
        {[...actors].map(([actor, name]) => (
          <option key={actor} value={actor}>
            {name}
          </option>
        ))}
      </select>
      <select
        aria-label={say('everywhere')}
        value={boxes.counterId ?? ''}
        onChange={(event) => onBoxes({ ...boxes, counterId: orNull(event.currentTarget.value) })}
      >
        <option value="">{say('everywhere')}</option>
        {[...counters].map((id) => (
          <option key={id} value={id}>
            {say('counter', { id })}
          </option>
        ))}
      </select>
      <select
        aria-label={say('what')}
        value={boxes.topic ?? ''}
        onChange={(event) => onBoxes({ ...boxes, topic: orNull<AuditTopic>(event.currentTarget.value) })}
      >
        <option value="">{say('everything')}</option>
        {auditTopics.map((topic) => (
          <option key={topic} value={topic}>
            {say(`topic.${topic}`)}
          </option>
        ))}
      </select>
      <span class="grow" />
      <Button label={say('export')} icon="download" busy={onExport === null} onPress={() => onExport?.()} />
    </search>
  )
}
