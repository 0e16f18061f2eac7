import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Button } from '../../shared/staff/button.tsx'
import { sayStaff } from '../../shared/staff/words.ts'
import { useDevices } from '../devices/use-devices.ts'
import { say as sayDevices } from '../devices/words.ts'
import type { SectionProps } from '../section-props.ts'
import { SlipPicture } from './slip-picture.tsx'
import { say } from './words.ts'
import './slip.css'

/** How a slip looks on wide and narrow paper, and one on real paper at a press. */
export function SlipSection({ hall, orders }: SectionProps): JSX.Element {
  const [mode, setMode] = useState<'raster' | 'text'>('raster')
  const [sample, setSample] = useState<'usual' | 'longest' | 'english'>('usual')
  const printers = useDevices().devices?.filter(({ kind }) => kind === 'printer') ?? []
  const choice = <T extends string>(
    label: string,
    now: T,
    set: (to: T) => void,
    of: readonly (readonly [T, string])[],
  ): JSX.Element => (
    <fieldset>
      <legend>{label}</legend>
      {of.map(([value, name]) => (
        <button type="button" key={value} class="slip-choice" aria-pressed={now === value} onClick={() => set(value)}>
          {name}
        </button>
      ))}
    </fieldset>
  )
  return (
    <section class="card slip-section">
      <div class="card-head">
        <h2>{say('title')}</h2>
        <small>{say('drawn')}</small>
      </div>
      <div class="slip-body">
        <div class="slip-papers" tabIndex={0}>
          <SlipPicture key={`80 ${mode} ${sample}`} title={say('mm80')} mm={80} mode={mode} sample={sample} />
          <SlipPicture key={`58 ${mode} ${sample}`} title={say('mm58')} mm={58} mode={mode} sample={sample} />
        </div>
        <div class="slip-side">
          {choice(say('mode'), mode, setMode, [
            ['raster', say('raster')],
            ['text', say('text')],
          ])}
          <p>{mode === 'raster' ? say('rasterHint') : say('textHint')}</p>
          {choice(say('sample'), sample, setSample, [
            ['usual', say('usual')],
            ['longest', say('longest')],
            ['english', say('english')],
          ])}
          <p>{say('how')}</p>
          <h3>{say('printer')}</h3>
          <ul>
            {printers.map(({ id, name, state }) => (
              <li key={id}>
                <span>
                  <b class="num">{id}</b> {name}
                </span>
                <Button
                  label={say('print')}
                  icon="printer"
                  blocked={
                    !hall.online.value ? sayStaff('offlineShort') : state === 'fault' ? sayDevices('cannotPrint') : null
                  }
                  busy={orders.underWay.value === `sample:${id}`}
                  onPress={() =>
                    void orders.press({
                      id: `sample:${id}`,
                      commands: [{ type: 'test-printer', printerId: id, what: 'slip' }],
                      done: say('ordered', { printer: name }),
                    })
                  }
                />
              </li>
            ))}
          </ul>
        </div>
      </div>
    </section>
  )
}
