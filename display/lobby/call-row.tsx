import type { JSX } from 'preact'
import type { ScriptSettings } from '../../gateway/contract/wall-settings.ts'
import type { CallView } from '../../gateway/contract/display-views.ts'
import { Icon } from '../shared/icons.tsx'
import { mongolianWord } from '../shared/mongolian-word.ts'
import { BothScripts } from './both-scripts.tsx'
import { say, sayBeside } from './words.ts'

interface RowProps {
  call: CallView
  place: string
  /** The same in English; null where the hall has not named it so. */
  placeEn: string | null
  scripts: ScriptSettings
  current: boolean
  red: boolean
  swelling: boolean
}

/** One call: number → counter, with its place; in the hall's scripts. */
export function CallRow({ call, place, placeEn, scripts, current, red, swelling }: RowProps): JSX.Element {
  const { counterUnit, zones } = scripts.words
  const mongolian = [mongolianWord(scripts, counterUnit), mongolianWord(scripts, zones[call.zone])].filter(
    (word) => word !== null,
  )
  const counter = sayBeside(scripts, 'counterUnit')
  const looks = [
    'call',
    current && 'current',
    red && 'red',
    swelling && 'swelling',
    call.number.length > 4 && 'five',
    mongolian.length > 0 && 'two-scripts',
    counter !== null && 'two-languages',
  ]
  return (
    <div class={looks.filter(Boolean).join(' ')}>
      <b class="num">{call.number}</b>
      <Icon name="arrow" size={100} stroke={current ? 2.4 : 2} />
      <b class="num counter">{call.counterId}</b>
      <BothScripts scripts={scripts} mongolian={mongolian}>
        <span class="unit">
          {say('counterUnit')}
          <i class={place.length > 7 ? 'long' : ''}>{place}</i>
          {counter !== null && (
            <small lang="en">
              {counter}
              {placeEn !== null && <span>{placeEn}</span>}
            </small>
          )}
        </span>
      </BothScripts>
    </div>
  )
}
