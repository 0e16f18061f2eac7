import type { JSX } from 'preact'
import type { Chime } from '../shared/staff/chime.ts'
import { KeyCap, Light, lightOfDevice } from '../shared/staff/marks.tsx'
import { sayStaff } from '../shared/staff/words.ts'
import type { CounterShown } from './counter-shown.ts'
import { say } from './words.ts'

interface CounterFootProps {
  view: CounterShown
  online: boolean
  chime: Chime
  onKeys: () => void
}

/** What strip, pad and printer here are doing, and where all keys stand. */
export const CounterFoot = ({ view, online, chime, onKeys }: CounterFootProps): JSX.Element => {
  const bad = view.devices.filter(({ state }) => state === 'fault' || state === 'warning' || state === 'unknown')
  return (
    <footer class="counter-foot">
      {!online ? (
        <>
          <Light light="warning" size={14} />
          {sayStaff('reconnecting')}
        </>
      ) : bad.length === 0 ? (
        <>
          <Light light="ok" size={14} />
          {view.devices.length === 0 ? sayStaff('connected') : say('devicesFine', { names: namesOf(view.devices) })}
        </>
      ) : (
        bad.map(({ id, kind, state, word }) => (
          <span key={id} class="foot-device">
            <Light light={lightOfDevice[state]} size={14} />
            {say(`devices.${kind}`)} <b>{word}</b>
          </span>
        ))
      )}
      <span class="grow" />
      <button type="button" class="foot-key" aria-pressed={chime.isOn.value} onClick={chime.toggle}>
        {chime.isOn.value ? say('soundOn') : say('soundOff')} <KeyCap>S</KeyCap>
      </button>
      <button type="button" class="foot-key" onClick={onKeys}>
        {sayStaff('allKeys')} <KeyCap>?</KeyCap>
      </button>
    </footer>
  )
}

const namesOf = (devices: CounterShown['devices']): string =>
  [...new Set(devices.map(({ kind }) => say(`devices.${kind}`)))].join('、')
