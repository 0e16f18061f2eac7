import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { PadButton } from '../../../gateway/contract/input-devices.ts'
import { padButtons } from '../../../gateway/contract/pad-buttons.ts'
import type { PadList } from '../../../gateway/contract/pads.ts'
import { Button } from '../../shared/staff/button.tsx'
import { Tag } from '../../shared/staff/marks.tsx'
import { sayStaff } from '../../shared/staff/words.ts'
import { anything } from '../../../gateway/client/ask.ts'
import { manageCall } from '../manage-call.ts'
import { say } from './words.ts'

export type Stranger = PadList['strangers'][number]

/** The line for the hall folder: where it is plugged in, which it is, and what its keys mean as they were tried here. */
export function strangerLine(
  { at, vendor, product, name, serial, port, model }: Stranger,
  meanings: Readonly<Record<string, PadButton>>,
): string {
  const which = [
    `vendor: "${vendor}"`,
    `product: "${product}"`,
    ...(serial ? [`serial: "${serial}"`] : port ? [`port: "${port}"`] : []),
  ]
  const link = `link: { kind: hid, ${[...(at === null ? [] : [`at: ${at}`]), ...which].join(', ')} }`
  const buttons = Object.entries(meanings).map(([report, button]) => `"${report}": ${button}`)
  const rest = [
    ...(model === 'plain' ? [] : [`model: ${model}`]),
    ...(buttons.length === 0 ? [] : [`buttons: { ${buttons.join(', ')} }`]),
  ]
  // What a device calls itself is no part of the line.
  return `- { ${['id: PD9', 'counter: "1"', link, ...rest].join(', ')} } # ${name.replace(/[\p{C}\s]+/gu, ' ').trim()}`
}

interface StrangerCardProps {
  stranger: Stranger
  /** Where it is plugged in, in words. */
  place: string
  online: boolean
  onChanged: () => void
}

/** A device that nobody has named: its line, and its keys to be tried before it is written down. */
export function StrangerCard({ stranger, place, online, onChanged }: StrangerCardProps): JSX.Element {
  const [meanings, setMeanings] = useState<Readonly<Record<string, PadButton>>>({})
  const [no, setNo] = useState(false)
  const { at, path, model, pressed } = stranger
  const hear = (on: boolean): void =>
    void manageCall('/pads/strangers/learning', anything, { at, path, on }).then((answer) => {
      setNo(!answer.ok)
      onChanged()
    })
  const mean = (report: string, button: string): void => {
    const { [report]: _, ...rest } = meanings
    const known = padButtons.find((one) => one === button)
    setMeanings(known ? { ...rest, [report]: known } : rest)
  }
  const blocked = online ? null : sayStaff('offlineShort')
  return (
    <div class="stranger">
      <div class="stranger-head">
        <b>{stranger.name || `${stranger.vendor}:${stranger.product}`}</b>
        <Tag tone="plain">{place}</Tag>
        <span class="grow" />
        {model === 'plain' && (
          <Button
            label={pressed === null ? say('try') : say('stop')}
            blocked={blocked}
            onPress={() => hear(pressed === null)}
          />
        )}
      </div>
      {model === 'number-pad' && <p class="stranger-note">{say('numberPad')}</p>}
      {no && (
        <p class="stranger-note" role="status">
          {say('cannotTry')}
        </p>
      )}
      {pressed !== null && pressed.length === 0 && (
        <p class="stranger-note" role="status">
          {say('press')}
        </p>
      )}
      {pressed !== null && pressed.length > 0 && (
        <ul class="stranger-keys">
          {pressed.map((report) => (
            <li key={report}>
              <code class="num">{report}</code>
              <select
                class="entry"
                aria-label={say('pressed', { report })}
                value={meanings[report] ?? ''}
                onChange={(event) => mean(report, event.currentTarget.value)}
              >
                <option value="">{say('means')}</option>
                {padButtons.map((button) => (
                  <option key={button} value={button}>
                    {say(`buttons.${button}`)}
                  </option>
                ))}
              </select>
            </li>
          ))}
        </ul>
      )}
      <pre>{strangerLine(stranger, meanings)}</pre>
    </div>
  )
}
