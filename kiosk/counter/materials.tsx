import type { ComponentChildren, JSX } from 'preact'
import type { TicketView } from '../../gateway/contract/line-views.ts'
import { Icon } from '../../display/shared/icons.tsx'
import { Button } from '../shared/staff/button.tsx'
import { Tag } from '../shared/staff/marks.tsx'
import type { OrderLine } from '../shared/staff/order-line.ts'
import { blockedBecause, checklist, keyOf, toggled } from './counter-actions.ts'
import type { CounterShown } from './counter-shown.ts'
import { say } from './words.ts'

interface MaterialsProps {
  view: CounterShown
  ticket: TicketView
  online: boolean
  orders: OrderLine
  onPrint: () => void
  children: ComponentChildren
}

/** A press says that a material is missing, another that it is there; what is missing goes to the phone and onto one list. */
export function Materials({ view, ticket, online, orders, onPrint, children }: MaterialsProps): JSX.Element {
  const { missing, checked } = ticket
  const list = checklist(view.materials, missing)
  const known = checked || missing.length > 0
  const check = (next: string[]): void =>
    void orders.press({
      id: 'check-materials',
      commands: [{ type: 'check-materials', counterId: view.counterId, missing: next }],
      done: null,
      fine: ['already-so'],
    })
  return (
    <>
      <div class="materials-head">
        <p class={list.length === 0 ? 'not-provided' : ''}>{headWords(list.length, ticket)}</p>
        {children}
        {list.length > 0 && !known && (
          <Button label={say('allThere')} keyCap="A" blocked={null} onPress={() => check([])} />
        )}
        {missing.length > 0 && (
          <Button
            icon="printer"
            label={say('labels.print')}
            keyCap={keyOf.print ?? null}
            blocked={blockedBecause('print', view, online)}
            busy={orders.underWay.value === 'print'}
            onPress={onPrint}
          />
        )}
      </div>
      <ul class="materials">
        {list.map((material) => (
          <li key={material.name}>
            <button
              type="button"
              class="material"
              aria-pressed={known && !material.missing}
              aria-disabled={!online}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => check(toggled(missing, material.name))}
            >
              <i class={known && !material.missing ? 'box box-on' : 'box'}>
                {known && !material.missing && <Icon name="check" size={20} stroke={3} />}
              </i>
              <span class="material-name">{material.name}</span>
              {material.missing && <Tag tone="amber">{say('missing')}</Tag>}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Whose word it is: the visitor's until a clerk has looked. */
function headWords(materials: number, { missing, checked }: Pick<TicketView, 'missing' | 'checked'>): string {
  if (materials === 0) return say('materialsUnknown')
  if (!checked)
    return missing.length === 0 ? say('materialsToCheck') : say('materialsMissing', { count: missing.length })
  return missing.length === 0 ? say('materialsComplete') : say('materialsLacking', { count: missing.length })
}
