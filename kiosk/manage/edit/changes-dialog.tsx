import type { JSX } from 'preact'
import type { SettingLine } from '../../../gateway/contract/hall-settings.ts'
import { clockAt, dayAt } from '../../../gateway/contract/hall-time.ts'
import { Button } from '../../shared/staff/button.tsx'
import { Dialog } from '../../shared/staff/dialog.tsx'
import { say } from './words.ts'
import './edit.css'

/** One saved change. `at`: epoch ms; `by`: as people read it. */
export interface PastChange {
  id: string
  at: number
  by: string
  isUndoing: boolean
  mayGoBack: boolean
  lines: readonly SettingLine[]
}
interface ChangesDialogProps {
  /** What is not saved yet. */
  lines: readonly SettingLine[]
  history: readonly PastChange[]
  timeZone: string
  onTakeBack: (id: string) => void
  onClose: () => void
}

/** What is about to be saved, and what was: who, when, from what to what. */
export function ChangesDialog({ lines, history, timeZone, onTakeBack, onClose }: ChangesDialogProps): JSX.Element {
  return (
    <Dialog title={say('look')} onClose={onClose} wide>
      <div class="hall-history">
        {lines.length > 0 && (
          <section>
            <h3>{say('notSaved')}</h3>
            <Lines lines={lines} />
          </section>
        )}
        {history.length === 0 && lines.length === 0 && <p>{say('historyNone')}</p>}
        {history.map(({ id, at, by, isUndoing, mayGoBack, lines: own }) => (
          <section key={id}>
            <h3>
              <span class="num">
                {dayAt(at, timeZone)} {clockAt(at, timeZone)}
              </span>
              <span>{by}</span>
              {isUndoing && <small>{say('historyUndone')}</small>}
              <span class="grow" />
              {mayGoBack && <Button label={say('takeBack')} onPress={() => onTakeBack(id)} />}
            </h3>
            <Lines lines={own} />
          </section>
        ))}
      </div>
      <Button label={say('close')} onPress={onClose} first />
    </Dialog>
  )
}

function Lines({ lines }: { lines: readonly SettingLine[] }): JSX.Element {
  return (
    <ul>
      {lines.map(({ where, before, after }, nth) => (
        <li key={nth}>
          <b>{where}</b>
          <span>{before || say('nothingThere')}</span>
          <i aria-hidden="true">→</i>
          <span>{after || say('nothingThere')}</span>
        </li>
      ))}
    </ul>
  )
}
