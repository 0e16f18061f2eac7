import type { JSX } from 'preact'
import type { SettingLine, SettingsChange } from '../../../gateway/contract/hall-settings.ts'
import { clockAt, dayAt } from '../../../gateway/contract/hall-time.ts'
import { Button } from '../../shared/staff/button.tsx'
import { Dialog } from '../../shared/staff/dialog.tsx'
import { say } from './words.ts'

interface HistoryProps {
  history: readonly SettingsChange[]
  /** What is not saved yet. */
  lines: readonly SettingLine[]
  timeZone: string
  onTakeBack: (changeId: string) => void
  onClose: () => void
}

/** What is about to be saved, and what was: who, when, from what to what. */
export function HistoryDialog({ history, lines, timeZone, onTakeBack, onClose }: HistoryProps): JSX.Element {
  return (
    <Dialog title={say('history')} onClose={onClose} wide>
      <div class="hall-history">
        {lines.length > 0 && (
          <section>
            <h3>{say('notSaved')}</h3>
            <Lines lines={lines} />
          </section>
        )}
        {history.length === 0 && lines.length === 0 && <p>{say('historyNone')}</p>}
        {history.map(({ changeId, at, by, undoes, lines: own }, nth) => (
          <section key={changeId}>
            <h3>
              <span class="num">
                {dayAt(at, timeZone)} {clockAt(at, timeZone)}
              </span>
              <span>{by}</span>
              {undoes !== null && <small>{say('historyUndone')}</small>}
              <span class="grow" />
              {nth === 0 && <Button label={say('takeBack')} onPress={() => onTakeBack(changeId)} />}
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
