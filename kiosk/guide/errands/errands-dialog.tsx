import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { SearchIndex } from '../../../gateway/catalogue/search/indexed-matters.ts'
import type { HallConnection } from '../../../gateway/client/connect.ts'
import type { Command } from '../../../gateway/contract/commands.ts'
import type { ErrandItemView, ErrandView } from '../../../gateway/contract/errand-views.ts'
import { Button } from '../../shared/staff/button.tsx'
import { Dialog } from '../../shared/staff/dialog.tsx'
import type { OrderLine } from '../../shared/staff/order-line.ts'
import { sayStaff } from '../../shared/staff/words.ts'
import type { DeskShown } from '../desk-shown.ts'
import type { Desk } from '../ticket-actions.ts'
import { say } from '../words.ts'
import { ErrandItems } from './errand-items.tsx'
import { ErrandList, holderWords } from './errand-list.tsx'
import { HandErrand } from './hand-errand.tsx'
import { MatterField } from './matter-field.tsx'

interface ErrandsDialogProps {
  hall: HallConnection
  orders: OrderLine
  view: DeskShown
  index: SearchIndex
  desk: Desk
  onClose: () => void
}
type Where = { at: 'list' | 'new' } | { at: 'one' | 'hand'; errandId: string }

/** 帮办代办: what each visitor who is taken care of has to do, with numbers, one slip, and who has it. */
export function ErrandsDialog({ hall, orders, view, index, desk, onClose }: ErrandsDialogProps): JSX.Element {
  const [where, go] = useState<Where>({ at: 'list' })
  const errand = 'errandId' in where ? (view.errands.find(({ id }) => id === where.errandId) ?? null) : null
  const blocked = hall.online.value ? null : say('because.offline')
  const underWay = orders.underWay.value
  const give = (id: string, command: Command, done: string | null, then = (): void => {}): Promise<boolean> =>
    orders.press({ id, commands: [command], done, then })

  /** No slip of its own: all numbers stand on the errand's. */
  async function takeNumber({ id: errandId, code }: ErrandView, { id, matterId }: ErrandItemView): Promise<void> {
    let taken: { ticketId: string; number: string } | null = null
    const command = {
      type: 'take-ticket',
      matterId,
      queueId: null,
      terminalId: null,
      priority: null,
      printer: 'none',
      missing: [],
      accessible: false,
    } as const
    await orders.press({
      id,
      commands: [{ ...command, missing: [] }],
      done: null,
      then: (result) => {
        taken = result as { ticketId: string; number: string }
      },
    })
    const own = taken as { ticketId: string; number: string } | null
    if (own === null) return
    const { ticketId, number } = own
    await give(
      id,
      { type: 'number-errand-item', errandId, itemId: id, ticketId },
      say('errand.numbered', { code, number }),
    )
  }

  if (where.at === 'list' || ('errandId' in where && errand === null))
    return (
      <Dialog key="list" title={say('errand.title')} onClose={onClose} wide>
        <ErrandList
          errands={view.errands}
          now={hall.now()}
          onOpen={({ id: errandId }) => go({ at: 'one', errandId })}
        />
        <div class="dialog-foot">
          <Button big look="main" first label={say('errand.new')} blocked={blocked} onPress={() => go({ at: 'new' })} />
          <span class="grow" />
          <Button label={sayStaff('cancel')} keyCap="Esc" onPress={onClose} />
        </div>
      </Dialog>
    )
  if (where.at === 'new' || errand === null)
    return (
      <Dialog key="new" title={say('errand.newTitle')} onClose={() => go({ at: 'list' })} wide>
        <MatterField
          index={index}
          onMatter={({ id: matterId }) =>
            void give('errand', { type: 'open-errand', items: [{ matterId, ticketId: null }], note: null }, null, () =>
              go({ at: 'list' }),
            )
          }
        />
        <div class="dialog-foot">
          <span class="grow" />
          <Button label={say('errand.back')} keyCap="Esc" onPress={() => go({ at: 'list' })} />
        </div>
      </Dialog>
    )
  const { id: errandId, code } = errand
  if (where.at === 'hand')
    return (
      <HandErrand
        key="hand"
        errand={errand}
        view={view}
        onHand={(to, note) =>
          void give('errand', { type: 'hand-on-errand', errandId, to, note }, say('errand.handed', { code }), () =>
            go({ at: 'list' }),
          )
        }
        onClose={() => go({ at: 'one', errandId })}
      />
    )
  const close = (outcome: 'done' | 'left', done: string): void =>
    void give('errand', { type: 'close-errand', errandId, outcome }, done, () => go({ at: 'list' }))
  return (
    <Dialog key="one" title={`${code} · ${holderWords(errand)}`} onClose={() => go({ at: 'list' })} wide>
      {errand.note !== null && <p class="errand-said">{errand.note}</p>}
      <ErrandItems
        items={errand.items}
        blocked={blocked}
        underWay={underWay}
        onNumber={(item) => void takeNumber(errand, item)}
        onTick={({ id, isDone }) =>
          void give(id, { type: 'tick-errand-item', errandId, itemId: id, isDone: !isDone }, null)
        }
      />
      <p class="errand-add">{say('errand.add')}</p>
      <MatterField
        index={index}
        onMatter={({ id: matterId }) =>
          void give('errand', { type: 'add-errand-item', errandId, item: { matterId, ticketId: null } }, null)
        }
      />
      <div class="dialog-foot">
        <Button
          look="main"
          icon="printer"
          label={say('errand.print')}
          blocked={desk.printerId === null ? say('errand.noPrinter') : blocked}
          onPress={() =>
            void give(
              'errand',
              { type: 'print-errand', errandId, printerId: desk.printerId ?? '' },
              say('errand.printed', { code }),
            )
          }
        />
        <Button
          label={errand.holder === null ? say('errand.take') : say('errand.takeOver')}
          blocked={blocked}
          onPress={() => void give('errand', { type: 'take-errand', errandId }, say('errand.taken', { code }))}
        />
        <Button label={say('errand.handOn')} blocked={blocked} onPress={() => go({ at: 'hand', errandId })} />
        <span class="grow" />
        <Button
          look="grave"
          label={say('errand.leave')}
          blocked={blocked}
          onPress={() => close('left', say('errand.left', { code }))}
        />
        <Button
          label={say('errand.close')}
          blocked={blocked}
          onPress={() => close('done', say('errand.closed', { code }))}
        />
        <Button label={say('errand.back')} keyCap="Esc" onPress={() => go({ at: 'list' })} />
      </div>
    </Dialog>
  )
}
