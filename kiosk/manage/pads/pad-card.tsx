import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { PadButton } from '../../../gateway/contract/input-devices.ts'
import { padButtons } from '../../../gateway/contract/pad-buttons.ts'
import type { PadView } from '../../../gateway/contract/pads.ts'
import { Button } from '../../shared/staff/button.tsx'
import { Tag } from '../../shared/staff/marks.tsx'
import type { OrderLine } from '../../shared/staff/order-line.ts'
import { sayStaff } from '../../shared/staff/words.ts'
import { anything } from '../../../gateway/client/ask.ts'
import { manageCall } from '../manage-call.ts'
import { say } from './words.ts'

interface PadCardProps {
  pad: PadView
  online: boolean
  orders: OrderLine
  onChanged: () => void
}

/** One pad: its counter, its keys, and teaching it: press a key, name it. */
export function PadCard({ pad, online, orders, onChanged }: PadCardProps): JSX.Element {
  const [counter, setCounter] = useState<string | null>(null)
  const blocked = online ? null : sayStaff('offlineShort')
  const learn = (on: boolean): void => void manageCall(`/pads/${pad.id}/learning`, anything, { on }).then(onChanged)
  const teach = (report: string, button: PadButton | null): void =>
    void orders.press({
      id: `${pad.id} ${report}`,
      commands: [{ type: 'teach-pad', padId: pad.id, report, button }],
      done: button === null ? say('forgotten') : say('learnt', { what: say(`buttons.${button}`) }),
      fine: ['already-so'],
      then: onChanged,
    })
  const bind = (counterId: string): void =>
    void orders.press({
      id: `bind ${pad.id}`,
      commands: [{ type: 'bind-pad', padId: pad.id, counterId: counterId === pad.ownCounterId ? null : counterId }],
      done: say('bound', { padId: pad.id, counterId }),
      then: () => {
        setCounter(null)
        onChanged()
      },
    })
  return (
    <section class={`card pad-card ${pad.learning ? 'pad-learning' : ''}`}>
      <div class="card-head">
        <h2>{pad.id}</h2>
        <Tag tone="plain">{say('counterOf', { counterId: pad.counterId })}</Tag>
        <span class="grow" />
        {pad.learning ? (
          <Button label={say('stop')} look="main" blocked={blocked} onPress={() => learn(false)} />
        ) : (
          <Button label={say('learn')} blocked={blocked} onPress={() => learn(true)} />
        )}
      </div>
      <form
        class="pad-counter"
        onSubmit={(event) => {
          event.preventDefault()
          if (counter !== null && counter.trim() !== '') bind(counter.trim())
        }}
      >
        <label>
          <span>{say('counter')}</span>
          <input
            class="entry"
            value={counter ?? pad.counterId}
            inputMode="numeric"
            onInput={(event) => setCounter(event.currentTarget.value)}
          />
        </label>
        <small>{say('own', { counterId: pad.ownCounterId })}</small>
      </form>
      {pad.learning && (
        <div class="pad-teach" role="status">
          <p>{pad.pressed === null ? say('press') : say('pressed', { report: pad.pressed.report })}</p>
          {pad.pressed && (
            <div class="pad-meanings">
              {padButtons.map((button) => (
                <button
                  type="button"
                  key={button}
                  class="button"
                  onClick={() => pad.pressed && teach(pad.pressed.report, button)}
                >
                  {say(`buttons.${button}`)}
                </button>
              ))}
            </div>
          )}
        </div>
      )}
      <h3>{say('keys')}</h3>
      {pad.buttons.length === 0 && <p class="pad-none">{say('noKeys')}</p>}
      <ul class="pad-keys">
        {pad.buttons.map(({ report, button, taught }) => (
          <li key={report} class={pad.pressed?.report === report ? 'pressed' : ''}>
            <code class="num">{report}</code>
            <b>{say(`buttons.${button}`)}</b>
            <Tag tone={taught ? 'green' : 'plain'}>{taught ? say('taught') : say('fromModel')}</Tag>
            <span class="grow" />
            {pad.learning && (
              <button type="button" class="button" onClick={() => teach(report, null)}>
                {say('forget')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
