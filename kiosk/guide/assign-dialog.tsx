import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Command } from '../../gateway/contract/commands.ts'
import type { DeskShown } from './desk-shown.ts'
import { Button } from '../shared/staff/button.tsx'
import { Dialog } from '../shared/staff/dialog.tsx'
import type { OrderLine } from '../shared/staff/order-line.ts'
import { queueNote } from '../shared/staff/queue-note.ts'
import { sayStaff } from '../shared/staff/words.ts'
import { say } from './words.ts'

interface AssignDialogProps {
  view: DeskShown
  orders: OrderLine
  /** The counter that is meant already; null = it is asked for. */
  first: string | null
  onClose: () => void
}

/** Which queues a counter serves for the rest of the day, or as usual again. */
export function AssignDialog({ view, orders, first, onClose }: AssignDialogProps): JSX.Element {
  const [counterId, setCounter] = useState<string | null>(first)
  const [chosen, choose] = useState<readonly string[]>(view.counters.find(({ id }) => id === first)?.queues ?? [])
  const [typed, type] = useState('')
  const counter = view.counters.find(({ id }) => id === counterId) ?? null
  const changed = view.counters.filter((one) => one.changed)
  const shown = typed === '' ? changed : view.counters.filter(({ id }) => id.startsWith(typed)).slice(0, 12)
  const pick = (id: string): void => {
    setCounter(id)
    choose(view.counters.find((one) => one.id === id)?.queues ?? [])
  }
  const same =
    counter !== null && chosen.length === counter.queues.length && chosen.every((id) => counter.queues.includes(id))
  const give = (what: 'assign' | 'restore'): void => {
    if (counter === null) return
    onClose()
    const command: Command =
      what === 'assign'
        ? { type: 'assign-counter', counterId: counter.id, queues: [...chosen] }
        : { type: 'restore-counter', counterId: counter.id }
    const done =
      what === 'assign'
        ? say('assign.done', { counter: counter.id, queues: chosen.join('、') })
        : say('assign.restored', { counter: counter.id })
    void orders.press({ id: `assign:${counter.id}`, commands: [command], done })
  }
  return (
    <Dialog
      title={counter === null ? say('assign.title') : say('assign.titleOf', { counter: counter.id })}
      onClose={onClose}
      wide
    >
      {counter === null ? (
        <>
          <label class="palette-field">
            <input
              aria-label={say('assign.field')}
              placeholder={say('assign.hint')}
              value={typed}
              autofocus
              onInput={(event) => type(event.currentTarget.value.trim())}
              onKeyDown={(event) => {
                const [first] = shown
                if (event.key === 'Enter' && first) pick(first.id)
              }}
            />
          </label>
          {typed === '' && (
            <p class="take-legend">{changed.length === 0 ? say('assign.none') : say('assign.changed')}</p>
          )}
          {typed !== '' && shown.length === 0 && <p class="take-legend">{say('assign.unknown')}</p>}
          <div class="take-queues">
            {shown.map((one) => (
              <button type="button" key={one.id} class="choice" onClick={() => pick(one.id)}>
                <span class="choice-label num">{one.id}</span>
                <span class="choice-note">
                  {one.changed
                    ? say('assign.callsToday', { queues: one.queues.join('、'), usual: one.usual.join('、') })
                    : say('assign.calls', { queues: one.queues.join('、') })}
                </span>
              </button>
            ))}
          </div>
        </>
      ) : (
        <div class="take-queues assign-queues">
          {view.queues.map((queue) => (
            <button
              type="button"
              key={queue.id}
              class="choice"
              aria-pressed={chosen.includes(queue.id)}
              onClick={() =>
                choose(chosen.includes(queue.id) ? chosen.filter((id) => id !== queue.id) : [...chosen, queue.id])
              }
            >
              <span class="choice-label cut">
                <b class="num">{queue.series}</b>
                {queue.name}
              </span>
              <span class="choice-note">{queueNote(queue)}</span>
            </button>
          ))}
        </div>
      )}
      <div class="dialog-foot">
        {counter?.changed === true && <Button label={say('assign.restore')} onPress={() => give('restore')} />}
        <span class="grow" />
        <Button label={sayStaff('cancel')} keyCap="Esc" onPress={onClose} />
        {counter !== null && (
          <Button
            label={say('assign.confirm')}
            look="main"
            blocked={chosen.length === 0 ? say('assign.pickOne') : same ? say('assign.same') : null}
            onPress={() => give('assign')}
          />
        )}
      </div>
    </Dialog>
  )
}
