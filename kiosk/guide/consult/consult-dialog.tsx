import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { SearchIndex } from '../../../gateway/catalogue/search/indexed-matters.ts'
import type { HallConnection } from '../../../gateway/client/connect.ts'
import type { Command } from '../../../gateway/contract/commands.ts'
import { Button } from '../../shared/staff/button.tsx'
import { Dialog } from '../../shared/staff/dialog.tsx'
import { OpenConsultations } from '../../shared/consult/open-consultations.tsx'
import type { OrderLine } from '../../shared/staff/order-line.ts'
import { sayStaff } from '../../shared/staff/words.ts'
import type { DeskShown } from '../desk-shown.ts'
import { say } from '../words.ts'
import { ConsultForm } from './consult-form.tsx'
import { type Whom, WhomField } from './whom-field.tsx'

interface ConsultDialogProps {
  hall: HallConnection
  orders: OrderLine
  view: DeskShown
  index: SearchIndex
  onClose: () => void
}

/** 首问负责: what was asked and what became of it, and all that still waits for an answer. */
export function ConsultDialog({ hall, orders, view, index, onClose }: ConsultDialogProps): JSX.Element {
  /** Makes the order once somebody was chosen; null = nothing is being handed on. */
  const [handing, hand] = useState<{ order: (whom: Whom) => Command } | null>(null)
  // A fresh form after each note.
  const [form, nextForm] = useState(0)
  const { open, today } = view.consultations
  const give = (command: Command, done: string): void =>
    void orders.press({
      id: 'consult',
      commands: [command],
      done,
      then: () => {
        hand(null)
        nextForm((nth) => nth + 1)
      },
    })
  if (handing !== null)
    return (
      <Dialog key="whom" title={say('consult.toTitle')} onClose={() => hand(null)} wide>
        <WhomField
          view={view}
          kinds={['department', 'counter', 'person']}
          onWhom={(whom) => give(handing.order(whom), say('consult.handed', { to: whom.name }))}
        />
        <div class="dialog-foot">
          <span class="grow" />
          <Button label={sayStaff('cancel')} keyCap="Esc" onPress={() => hand(null)} />
        </div>
      </Dialog>
    )
  return (
    <Dialog key="note" title={say('consult.title')} onClose={onClose} wide>
      <ConsultForm
        key={form}
        index={index}
        blocked={hall.online.value ? null : say('because.offline')}
        busy={orders.underWay.value === 'consult'}
        onNote={(noted) => give(noted, noted.outcome === 'open' ? say('consult.notedOpen') : say('consult.noted'))}
        onHandOn={(order) => hand({ order })}
      />
      <h3 class="consult-head">
        {say('consult.list')}
        <small>{say('consult.today', today)}</small>
      </h3>
      <OpenConsultations
        open={open}
        now={hall.now()}
        onAnswered={({ id }) => give({ type: 'answer-consultation', consultationId: id }, say('consult.done'))}
        onHandOn={({ id }) =>
          hand({ order: (whom) => ({ type: 'hand-on-consultation', consultationId: id, to: whom.to }) })
        }
      />
      <div class="dialog-foot">
        <span class="grow" />
        <Button label={sayStaff('cancel')} keyCap="Esc" onPress={onClose} />
      </div>
    </Dialog>
  )
}
