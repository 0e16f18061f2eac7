import './open-consultations.css'
import type { JSX } from 'preact'
import type { ConsultationView } from '../../../gateway/contract/consultations.ts'
import { Button } from '../staff/button.tsx'
import { Light, type LightName } from '../staff/marks.tsx'
import { sinceWords } from '../staff/time-words.ts'
import { sayStaff } from '../staff/words.ts'

const lights: Record<ConsultationView['light'], LightName> = { open: 'ok', late: 'warning', overdue: 'fault' }

interface OpenConsultationsProps {
  open: readonly ConsultationView[]
  now: number
  onAnswered: (one: ConsultationView) => void
  /** null = this page does not hand on. */
  onHandOn: ((one: ConsultationView) => void) | null
}

/** Questions without an answer, the oldest first: what was asked, who was asked first, to whom it went, how long ago. */
export const OpenConsultations = ({ open, now, onAnswered, onHandOn }: OpenConsultationsProps): JSX.Element =>
  open.length === 0 ? (
    <p class="consult-none">{sayStaff('consult.none')}</p>
  ) : (
    <ul class="consult-list">
      {open.map((one) => (
        <li key={one.id}>
          <Light light={lights[one.light]} size={16} word={sayStaff(`consult.lights.${one.light}`)} />
          <span class="consult-words">
            <b>{[one.matterName, one.words].filter((part) => part !== null).join('：')}</b>
            <small>
              {sayStaff('consult.first', { who: one.byName })}
              {one.to !== null && ` · ${sayStaff('consult.to', { to: one.to })}`}
            </small>
          </span>
          <span class="num consult-since">
            {one.light === 'overdue' ? sayStaff('consult.overdue') : sinceWords(one.at, now)}
          </span>
          <Button label={sayStaff('consult.answered')} onPress={() => onAnswered(one)} />
          {onHandOn && <Button label={sayStaff('consult.handOn')} onPress={() => onHandOn(one)} />}
        </li>
      ))}
    </ul>
  )
