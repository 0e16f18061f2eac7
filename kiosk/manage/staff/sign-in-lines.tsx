import type { JSX } from 'preact'
import { clockAt } from '../../../gateway/contract/hall-time.ts'
import type { StaffDeed, StaffRow } from '../../../gateway/contract/staff.ts'
import { Icon, type IconName } from '../../../display/shared/icons.tsx'
import { Button } from '../../shared/staff/button.tsx'
import { say, whenWords } from './words.ts'

interface SignInLinesProps {
  row: StaffRow
  timeZone: string
  now: number
  blocked: string | null
  onDeed: (deed: StaffDeed) => void
}

/** How somebody signs in, and what the hall can do about it. */
export function SignInLines({ row, timeZone, now, blocked, onDeed }: SignInLinesProps): JSX.Element {
  const when = (at: number): string => whenWords(at, timeZone, now)
  const places = row.signIns.map(({ place, since }) =>
    say('editor.at', { place: place ?? say('editor.unknownPlace'), clock: clockAt(since, timeZone) }),
  )
  return (
    <div class="staff-part">
      <h3>{say('editor.signIn')}</h3>
      <Line
        icon="key"
        title={say('editor.password')}
        note={
          row.lockedUntil !== null
            ? say('editor.lockedUntil', { clock: clockAt(row.lockedUntil, timeZone) })
            : say(row.mustChange ? 'editor.passwordGiven' : 'editor.passwordOwn', { day: when(row.passwordAt) })
        }
      >
        <Button label={say('editor.reset')} blocked={blocked} onPress={() => onDeed('reset')} />
      </Line>
      <Line
        icon="shield"
        title={say('editor.phone')}
        note={
          row.secondStepAt === null ? say('editor.phoneNone') : say('editor.phoneOn', { day: when(row.secondStepAt) })
        }
      >
        {row.secondStepAt !== null && (
          <Button label={say('editor.rebind')} blocked={blocked} onPress={() => onDeed('forget-phone')} />
        )}
      </Line>
      <Line
        icon="counter"
        title={places.length === 0 ? say('editor.nowhere') : say('editor.now', { count: places.length })}
        note={places.join(' · ')}
      >
        {places.length > 0 && (
          <Button label={say('editor.signOut')} blocked={blocked} onPress={() => onDeed('sign-out')} />
        )}
      </Line>
    </div>
  )
}

interface LineProps {
  icon: IconName
  title: string
  note: string
  children: JSX.Element | false
}
const Line = ({ icon, title, note, children }: LineProps): JSX.Element => (
  <div class="staff-line">
    <Icon name={icon} size={24} stroke={1.8} />
    <span>
      <b>{title}</b>
      {note !== '' && <small>{note}</small>}
    </span>
    {children}
  </div>
)
