import type { ComponentChildren, JSX } from 'preact'
import { addDays } from '../../../gateway/contract/hall-time.ts'
import { Icon } from '../../../display/shared/icons.tsx'
import { Button } from '../../shared/staff/button.tsx'
import { dateWords, say } from './words.ts'

interface BarProps {
  monday: string
  isThisWeek: boolean
  typed: string
  onType: (text: string) => void
  onWeek: (monday: string) => void
  onThisWeek: () => void
  children: ComponentChildren
}

/** Which week, what is looked for, and what can be done with it. */
export const RosterBar = ({
  monday,
  isThisWeek,
  typed,
  onType,
  onWeek,
  onThisWeek,
  children,
}: BarProps): JSX.Element => (
  <div class="roster-bar">
    <Button label={say('before')} onPress={() => onWeek(addDays(monday, -7))} />
    <h2 class="num">{say('week', { from: dateWords(monday), until: dateWords(addDays(monday, 6)) })}</h2>
    <Button label={say('after')} onPress={() => onWeek(addDays(monday, 7))} />
    {!isThisWeek && <Button label={say('thisWeek')} onPress={onThisWeek} />}
    <label class="roster-find">
      <Icon name="search" size={20} stroke={2} />
      <input
        type="search"
        placeholder={say('find')}
        aria-label={say('find')}
        value={typed}
        onInput={(event) => onType(event.currentTarget.value)}
      />
    </label>
    <span class="grow" />
    {children}
  </div>
)
