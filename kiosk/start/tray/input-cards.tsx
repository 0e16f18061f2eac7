import { keypadKeys } from '../../../gateway/contract/keypad-keys.ts'
import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { ask, withFields } from '../../../gateway/client/ask.ts'
import type { DeviceView } from '../../../gateway/contract/device-view.ts'
import { DeviceHead } from './device-head.tsx'
import type { PressDevice } from './press.ts'
import { list, say } from '../words.ts'
import { every } from '../../../gateway/client/page-clock.ts'

const PAD_BUTTONS = ['next', 'recall', 'missed', 'finish', 'pause'] as const

interface CardProps {
  device: DeviceView
  press: PressDevice
}

export function ScannerCard({ device, press, lastToken }: CardProps & { lastToken: string | null }): JSX.Element {
  const [text, setText] = useState('')
  const scan = (what: string): void => void (what !== '' && press(`/scanner/${device.id}`, { text: what }))
  return (
    <div class="device">
      <DeviceHead device={device} press={press} plug />
      <form
        class="device-row"
        onSubmit={(event) => {
          event.preventDefault()
          scan(text)
        }}
      >
        <input
          value={text}
          placeholder={say('tray.scanHint')}
          aria-label={say('tray.scanHint')}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit">{say('tray.scan')}</button>
      </form>
      <div class="device-row">
        {lastToken !== null && (
          <button type="button" onClick={() => scan(lastToken)}>
            {say('tray.scanLast')}
          </button>
        )}
        <button type="button" onClick={() => scan('QC2026000101')}>
          {say('tray.scanReceipt')}
        </button>
        <button type="button" onClick={() => scan('★☆')}>
          {say('tray.scanNonsense')}
        </button>
      </div>
    </div>
  )
}

interface PadShows {
  model: string
  shows: { led: number; text: string } | null
}
const PLAIN_KEYS = [1, 2, 3, 4, 5]

/** With its lamp and its four signs; a pad that nobody has taught yet has bare keys. */
export function PadCard({ device, press }: CardProps): JSX.Element {
  const [pad, setPad] = useState<PadShows | null>(null)
  useEffect(() => {
    const look = (): void =>
      void ask(`/demo/pad/${device.id}`, withFields<PadShows>('model', 'shows')).then(
        (answer) => answer.ok && setPad(answer.body),
      )
    look()
    return every(700, look)
  }, [device.id])
  const isPlain = pad?.model === 'plain'
  return (
    <div class="device">
      <DeviceHead device={device} press={press} plug />
      <div class="pad">
        {pad?.shows && (
          <div class="pad-face" role="img" aria-label={`${list('tray.lamps')[pad.shows.led] ?? ''} ${pad.shows.text}`}>
            <i class={`pad-lamp lamp-${pad.shows.led}`} />
            <span class="num">{pad.shows.text.padEnd(4)}</span>
          </div>
        )}
        <div class="device-row">
          {isPlain
            ? PLAIN_KEYS.map((key) => (
                <button type="button" key={key} onClick={() => void press(`/pad/${device.id}`, { raw: `010${key}` })}>
                  {say('tray.padKeys', { nth: key })}
                </button>
              ))
            : PAD_BUTTONS.map((button) => (
                <button type="button" key={button} onClick={() => void press(`/pad/${device.id}`, { button })}>
                  {say(`tray.padButtons.${button}`)}
                </button>
              ))}
        </div>
        {isPlain && <small>{say('tray.padPlain')}</small>}
      </div>
    </div>
  )
}

export const KeypadCard = ({ device, press }: CardProps): JSX.Element => (
  <div class="device">
    <DeviceHead device={device} press={press} plug />
    <div class="keypad">
      {keypadKeys.map((key) => (
        <button
          type="button"
          key={key}
          class={`key-${key}`}
          onClick={() => void press(`/keypad/${device.id}`, { key })}
        >
          {say(`tray.keys.${key}`)}
        </button>
      ))}
    </div>
  </div>
)

export function ReaderCard({ device, press }: CardProps): JSX.Element {
  const [laid, setLaid] = useState<number | null>(null)
  const [mute, setMute] = useState(false)
  const lay = (person: number | null): void => {
    setLaid(person)
    void press(`/reader/${device.id}`, { person })
  }
  return (
    <div class="device">
      <DeviceHead device={device} press={press} plug={false} />
      <div class="device-row">
        {list('tray.persons').map((name, nth) => (
          <button type="button" key={name} aria-pressed={laid === nth} onClick={() => lay(laid === nth ? null : nth)}>
            {laid === nth ? say('tray.lift') : say('tray.lay', { name })}
          </button>
        ))}
        <button
          type="button"
          aria-pressed={mute}
          onClick={() => {
            setMute(!mute)
            void press(`/reader/${device.id}`, { mute: !mute })
          }}
        >
          {say('tray.isMute')}
        </button>
      </div>
      <small>{say('tray.invented')}</small>
    </div>
  )
}
