import './asked.css'
import type { JSX } from 'preact'
import { OpenConsultations } from '../../shared/consult/open-consultations.tsx'
import { useSlowTick } from '../../shared/staff/ticking.tsx'
import { sayStaff } from '../../shared/staff/words.ts'
import type { SectionProps } from '../section-props.ts'
import { AskedWords } from './asked-words.tsx'
import { say } from './words.ts'

/** Questions at the desk that nobody answered, and what people look for and do not find. */
export function AskedSection({ hall, view, orders, toasts }: SectionProps): JSX.Element {
  useSlowTick()
  const { open, today } = view.consultations
  return (
    <div class="asked-board">
      <section class="card asked-open">
        <div class="card-head">
          <h2>{say('open')}</h2>
          <small>{say('today', today)}</small>
        </div>
        <div class="asked-scroll">
          <OpenConsultations
            open={open}
            now={hall.now()}
            onAnswered={({ id }) =>
              void orders.press({
                id,
                commands: [{ type: 'answer-consultation', consultationId: id }],
                done: say('answered'),
              })
            }
            onHandOn={null}
          />
        </div>
      </section>
      <AskedWords toasts={toasts} blocked={hall.online.value ? null : sayStaff('offlineShort')} />
    </div>
  )
}
