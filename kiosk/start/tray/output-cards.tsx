import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { DeviceView } from '../../../gateway/contract/device-view.ts'
import { DeviceHead } from './device-head.tsx'
import type { PressDevice } from './press.ts'
import { say } from '../words.ts'

const PANEL_FAULTS = ['silent', 'slow', 'refuses', 'cuts', 'away'] as const

const PRINTER_FAULTS = [
  'paper-out',
  'near-end',
  'cover-open',
  'cutter-jam',
  'offline',
  'mute',
  'slow',
  'garbage',
] as const

import { every } from '../../../gateway/client/page-clock.ts'

interface CardProps {
  device: DeviceView
  press: PressDevice
}

/** Each fault at a click; another click takes it away. */
export function PrinterCard({ device, press, faults }: CardProps & { faults: readonly string[] }): JSX.Element {
  return (
    <div class="device">
      <DeviceHead device={device} press={press} plug={false} />
      <div class="device-row">
        {PRINTER_FAULTS.map((fault) => {
          const on = faults.includes(fault)
          return (
            <button
              type="button"
              key={fault}
              aria-pressed={on}
              onClick={() => void press(`/printer/${device.id}`, { fault: on ? null : fault })}
            >
              {say(`tray.faults.${fault}`)}
            </button>
          )
        })}
      </div>
    </div>
  )
}

const LOOK_MS = 1_500

/** The picture that the card painted from the bytes it got. */
export function PanelCard({ device, press }: CardProps): JSX.Element {
  const [look, setLook] = useState(0)
  const [fault, setFault] = useState<string | null>(null)
  const [isThere, setThere] = useState(true)
  useEffect(() => {
    return every(LOOK_MS, () => setLook((before) => before + 1))
  }, [])
  const set = (next: string): void => {
    const on = fault === next ? null : next
    setFault(on)
    void press(`/panels/${device.id}`, { fault: on })
  }
  return (
    <div class="device">
      <DeviceHead device={device} press={press} plug={false} />
      {isThere && (
        <img
          class="panel-picture"
          src={`/demo/panels/${device.id}.png?look=${look}`}
          alt=""
          onError={() => setThere(false)}
        />
      )}
      <div class="device-row">
        {PANEL_FAULTS.map((one) => (
          <button type="button" key={one} aria-pressed={fault === one} onClick={() => set(one)}>
            {say(`tray.panelFaults.${one}`)}
          </button>
        ))}
      </div>
    </div>
  )
}
