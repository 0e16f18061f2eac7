import type { JSX } from 'preact'
import type { DeviceView } from '../../../gateway/contract/device-view.ts'
import { Light, lightOfDevice } from '../../shared/staff/marks.tsx'
import type { Board } from './use-board.ts'
import { say } from './words.ts'

const kinds = [
  'terminal',
  'printer',
  'screen',
  'panel',
  'agent',
  'scanner',
  'pad',
  'keypad',
  'reader',
  'strip',
  'counter',
  'gateway',
] as const

/** Terminals, printers, screens, panels and what stands beside them, by kind; each leads to its own sheet. */
export function DevicesCard({
  board: { devices },
  onDevice,
}: {
  board: Board
  onDevice(id: string): void
}): JSX.Element {
  return (
    <section class="card board-devices" aria-label={say('devices.title')}>
      <div class="card-head">
        <h2>{say('devices.title')}</h2>
      </div>
      <dl>
        {kinds.map((kind) => {
          const here = devices.filter((one) => one.kind === kind)
          if (here.length === 0) return null
          return (
            <div key={kind}>
              <dt>{say(`devices.kinds.${kind}`)}</dt>
              <dd>
                {here.map((device) => (
                  <DeviceChip key={device.id} device={device} onPress={() => onDevice(device.id)} />
                ))}
              </dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}

const DeviceChip = ({
  device: { id, name, state, word },
  onPress,
}: {
  device: DeviceView
  onPress(): void
}): JSX.Element => (
  <button
    type="button"
    class={`board-device device-${state}`}
    data-device={id}
    title={say('devices.of', { name, word })}
    onClick={onPress}
  >
    <Light light={lightOfDevice[state]} word={word} size={15} />
    <span class="num">{id}</span>
    {(state === 'fault' || state === 'warning') && <small>{word}</small>}
  </button>
)
