import type { JSX } from 'preact'
import { Button } from '../shared/staff/button.tsx'
import { Light } from '../shared/staff/marks.tsx'
import { sinceWords } from '../shared/staff/time-words.ts'
import type { DeskShown } from './desk-shown.ts'
import { say } from './words.ts'

interface DeskWorkCardProps {
  view: Pick<DeskShown, 'consultations' | 'errands'>
  now: number
  onOpen: (kind: 'consult' | 'errands') => void
}

/** What is still to be answered, and whose errands are taken care of: a line each, and only when there is something. */
export function DeskWorkCard({ view: { consultations, errands }, now, onOpen }: DeskWorkCardProps): JSX.Element {
  const [oldest] = consultations.open
  const worst = consultations.open.some(({ light }) => light === 'overdue')
    ? 'fault'
    : consultations.open.some(({ light }) => light === 'late')
      ? 'warning'
      : 'ok'
  const free = errands.filter(({ holder }) => holder === null)
  return (
    <section class="card desk-work">
      <div class="card-head">
        <h2>{say('work.title')}</h2>
        <span class="grow" />
        <Button label={say('work.consult')} keyCap="Q" onPress={() => onOpen('consult')} />
        <Button label={say('work.errands')} keyCap="H" onPress={() => onOpen('errands')} />
      </div>
      {oldest && (
        <button type="button" class="desk-work-line" onClick={() => onOpen('consult')}>
          <Light light={worst} size={14} />
          {say('work.open', { count: consultations.open.length, since: sinceWords(oldest.at, now) })}
        </button>
      )}
      {errands.length > 0 && (
        <button type="button" class="desk-work-line" onClick={() => onOpen('errands')}>
          <Light light={free.length > 0 ? 'warning' : 'ok'} size={14} />
          {free.length > 0
            ? say('work.errandsFree', { count: errands.length, free: free.length })
            : say('work.errandsGoing', { count: errands.length })}
        </button>
      )}
    </section>
  )
}
