import type { JSX } from 'preact'
import type { CallView } from '../../gateway/contract/views.ts'
import { Icon } from '../../kiosk/shared/icons.tsx'
import { words } from './words.ts'

interface RowProps {
  call: CallView
  place: string
  /** The Mongolian word beside 号窗口; null = Chinese alone. */
  mongolian: string | null
  current: boolean
  red: boolean
  swelling: boolean
}

/** One call: number → counter, with its place. */
export function CallRow({ call, place, mongolian, current, red, swelling }: RowProps): JSX.Element {
  const looks = ['call', current && 'current', red && 'red', swelling && 'swelling', call.number.length > 4 && 'five'].filter(Boolean).join(' ')
  return (
    <div class={looks}>
      <b class="num">{call.number}</b>
      <Icon name="arrow" size={100} stroke={current ? 2.4 : 2} />
      <b class="num counter">{call.counterId}</b>
      {mongolian !== null && <span class="mong">{mongolian}</span>}
      <span class="unit">
        {words.counterUnit}
        <i class={place.length > 7 ? 'long' : ''}>{place}</i>
      </span>
    </div>
  )
}
