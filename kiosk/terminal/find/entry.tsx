import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { Icon } from '../../../display/shared/icons.tsx'
import { entries } from '../hall-facts.ts'
import type { Session } from '../session.ts'
import { say } from '../words.ts'
import { type EntryBy, EntryModes } from '../write/entry-modes.tsx'
import { hand, isHandAway, readHand } from '../write/hand-shelf.ts'
import { nextCharacters } from '../write/next-characters.ts'
import { say as sayWrite } from '../write/words.ts'
import { WritingPanel } from '../write/writing-panel.tsx'
import { Keyboard } from './keyboard.tsx'

interface Props {
  session: Session
  wide: boolean
  query: string
  /** Letters after which something would still be found; null = all. */
  live: ReadonlySet<string> | null
  onType: (query: string) => void
  /** A character that is being written; '' = none. */
  onPending: (character: string) => void
}

/** How this visitor writes now. Large letters open with the pad; without the hall's characters only pinyin is left. */
export function entryBy({ entry, elder }: Session): EntryBy {
  const wished = entry.value ?? (elder.value ? 'write' : 'pinyin')
  return isHandAway.value ? 'pinyin' : wished
}

/** Letters, a pad or five keys of strokes: all write into the same words. */
export function Entry({ session, wide, query, live, onType, onPending }: Props): JSX.Element {
  const { press, elder, low } = session
  const by = entryBy(session)
  useEffect(readHand, [])
  const change = (to: EntryBy): void => {
    onPending('')
    session.entry.value = to
  }
  const modes = isHandAway.value ? null : <EntryModes by={by} onChange={change} />
  const drop = (): void => onType([...query].slice(0, -1).join(''))
  const departments = (): void => press({ type: 'departments' })
  if (by === 'pinyin')
    return (
      <Keyboard
        live={live}
        withDigits={false}
        modes={modes}
        onKey={(key) => onType(query + key)}
        onDelete={drop}
        onClear={() => onType('')}
        onDepartments={departments}
      />
    )
  if (hand.value === null)
    return (
      <div class="keyboard writing">
        <p class="hint" role="status">
          {sayWrite('reading')}
        </p>
        <div class="keys">{modes}</div>
      </div>
    )
  const names = entries.value.flatMap(({ name, aliases }) => [name, ...aliases])
  return (
    <WritingPanel
      key={by}
      by={by}
      next={nextCharacters(query, names)}
      elder={elder.value}
      low={low.value && !wide}
      onPending={onPending}
      onCharacter={(character) => onType(query + character)}
      onDelete={drop}
      modes={
        <div class="keys modes">
          {modes}
          {!elder.value && (
            <button type="button" class="key tool grow" onClick={departments}>
              <Icon name="list" size={40} />
              {say('departments')}
            </button>
          )}
        </div>
      }
    />
  )
}
