import type { JSX } from 'preact'
import { Button } from '../../shared/staff/button.tsx'
import { say } from './words.ts'

interface EditBarProps {
  /** How many things are changed and not saved. */
  count: number
  /** What they are, or what else there is to say. */
  words: string
  /** When it will count. */
  when: string
  /** Why it cannot be saved, in words; null = it can. */
  blocked: string | null
  busy: boolean
  onLook: () => void
  onUndo: () => void
  onSave: () => void
}

/** The foot of everything that is edited: how much is changed, a look at it, one step back, and all of it saved. */
export function EditBar({ count, words, when, blocked, busy, onLook, onUndo, onSave }: EditBarProps): JSX.Element {
  const none = count === 0 ? say('nothing') : null
  return (
    <footer class="hall-bar">
      {count > 0 && <i class="hall-dot" />}
      <b>{count === 0 ? say('nothing') : say('changes', { count })}</b>
      <small class="hall-bar-words">{words}</small>
      <span class="grow" />
      <small>{when}</small>
      <Button label={say('look')} onPress={onLook} />
      <Button label={say('undo')} keyCap="Ctrl Z" blocked={none} onPress={onUndo} />
      <Button label={say('save')} look="main" keyCap="Ctrl S" blocked={none ?? blocked} busy={busy} onPress={onSave} />
    </footer>
  )
}
