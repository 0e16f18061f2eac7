import type { JSX } from 'preact'
import type { CounterView } from '../../gateway/contract/staff-views.ts'
import { Button } from '../shared/staff/button.tsx'
import { Light, type LightName, Tag, type Tone } from '../shared/staff/marks.tsx'
import { OwnName } from '../shared/staff/own-name.tsx'
import { TopBar } from '../shared/staff/top-bar.tsx'
import { blockedBecause } from './counter-actions.ts'
import type { CounterShown } from './counter-shown.ts'
import { say } from './words.ts'

/** State of the counter: shape, colour and word. */
export function stateTag({
  state,
  pauseReason,
  ticket,
}: Pick<CounterView, 'state' | 'pauseReason' | 'ticket'>): [Tone, LightName, string] {
  if (state === 'closed') return ['plain', 'off', say('closed')]
  if (state === 'paused')
    return ['amber', 'paused', pauseReason === null ? say('paused') : say('pausedWhy', { reason: pauseReason })]
  if (ticket?.state === 'called') return ['qing', 'ok', say('calling')]
  return ticket ? ['green', 'ok', say('serving')] : ['plain', 'ok', say('free')]
}

export function CounterBar({
  view,
  now,
  online,
  onPause,
  onClose,
}: {
  view: CounterShown
  now: () => number
  online: boolean
  onPause: () => void
  onClose: () => void
}): JSX.Element {
  const [tone, light, word] = stateTag(view)
  const again = view.state === 'paused'
  return (
    <TopBar
      hallName={view.hall.name}
      place={say('place', { counterId: view.counterId, queues: view.queues.map((queue) => queue.name).join('、') })}
      now={now}
      timeZone={view.hall.timeZone}
    >
      <span class="state-tag">
        <Tag tone={tone}>
          <Light light={light} size={14} />
          {word}
        </Tag>
      </span>
      <OwnName />
      <Button
        icon={again ? 'check' : 'pause'}
        label={again ? say('labels.reopen') : say('labels.pause')}
        keyCap="F9"
        blocked={blockedBecause(again ? 'reopen' : 'pause', view, online)}
        onPress={onPause}
      />
      {view.state !== 'closed' && (
        <Button
          icon="close"
          label={say('labels.close')}
          keyCap="F10"
          blocked={blockedBecause('close', view, online)}
          onPress={onClose}
        />
      )}
    </TopBar>
  )
}
