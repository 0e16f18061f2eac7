import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { Button } from '../../shared/staff/button.tsx'
import { sayStaff } from '../../shared/staff/words.ts'
import { useDevices } from '../devices/use-devices.ts'
import { words as deviceWords } from '../devices/words.ts'
import type { SectionProps } from '../section-props.ts'
import { SlipPicture } from './slip-picture.tsx'
import { words } from './words.ts'
import './slip.css'

/** How a slip looks on wide and narrow paper, and one on real paper at a press. */
export function SlipSection({ hall, orders }: SectionProps): JSX.Element {
  const [mode, setMode] = useState<'raster' | 'text'>('raster')
  const [sample, setSample] = useState<'usual' | 'longest'>('usual')
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
        <h2>{words.title}</h2>
        <small>{words.drawn}</small>
      </div>
      <div class="slip-body">
        <div class="slip-papers">
          <SlipPicture key={`80 ${mode} ${sample}`} title={words.mm80} mm={80} mode={mode} sample={sample} />
          <SlipPicture key={`58 ${mode} ${sample}`} title={words.mm58} mm={58} mode={mode} sample={sample} />
        </div>
        <div class="slip-side">
          {choice(words.mode, mode, setMode, [
            ['raster', words.raster],
            ['text', words.text],
          ])}
          <p>{mode === 'raster' ? words.rasterHint : words.textHint}</p>
          {choice(words.sample, sample, setSample, [
            ['usual', words.usual],
            ['longest', words.longest],
          ])}
          <p>{words.how}</p>
          <h3>{words.printer}</h3>
          <ul>
            {printers.map(({ id, name, state }) => (
              <li key={id}>
                <span>
                  <b class="num">{id}</b> {name}
                </span>
                <Button
                  label={words.print}
                  icon="printer"
                  blocked={
                    !hall.online.value ? sayStaff('offlineShort') : state === 'fault' ? deviceWords.cannotPrint : null
                  }
                  busy={orders.underWay.value === `sample:${id}`}
                  onPress={() =>
                    void orders.press({
                      id: `sample:${id}`,
                      commands: [{ type: 'test-printer', printerId: id, what: 'slip' }],
                      done: words.ordered(name),
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
